package dev.verdict.policy.memory;

import java.util.ArrayList;
import java.util.List;

/** All that is remembered from one load to the next. Used by one thread at a time. */
public final class Memory {

  private final List<Remembered<?>> all = new ArrayList<>();

  /** A place for the results of one more kind of work. */
  public <T> Remembered<T> remembered() {
    var place = new Remembered<T>();
    all.add(place);
    return place;
  }

  /** Ends a good load: what it asked for is kept, and all else is forgotten. */
  public void keepAsked() {
    all.forEach(Remembered::keepAsked);
  }

  /** Ends a load that was rejected: what was kept before stays, and nothing is added to it. */
  public void forgetAsked() {
    all.forEach(Remembered::forgetAsked);
  }

  /** Begins anew. */
  public void forgetAll() {
    all.forEach(Remembered::forgetAll);
  }
}
