package dev.verdict.benchmarks.load.traffic;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The answers of a server whose policies change between two states. An answer has to be that of one
 * of them as a whole: the decision of one with the revision of the other is wrong.
 */
public final class EitherState implements Expected {

  private final List<Expected> states;
  private int current;
  private final AtomicInteger changes = new AtomicInteger();

  /** Two states, the first of which is the one at the beginning. */
  public EitherState(List<byte[]> first, List<byte[]> second) {
    states = List.of(Expected.exactly(first), Expected.exactly(second));
  }

  @Override
  public int messages() {
    return states.get(0).messages();
  }

  @Override
  public boolean accepts(int message, byte[] answer) {
    if (states.get(current).accepts(message, answer)) {
      return true;
    }
    current = 1 - current;
    changes.incrementAndGet();
    return states.get(current).accepts(message, answer);
  }

  /** How often answers have changed to those of the other state. For any thread. */
  public int changes() {
    return changes.get();
  }
}
