package dev.verdict.policy.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a piece of work reported and silenced, in order, to be told again without the work. */
public final class Recording {

  private final int max;
  private final List<Consumer<Diagnostics>> events = new ArrayList<>();
  private boolean whole = true;

  /**
   * @param max how much it can hold, in findings and silences together
   */
  public Recording(int max) {
    this.max = max;
  }

  void add(Consumer<Diagnostics> event) {
    if (events.size() < max) {
      events.add(event);
    } else {
      whole = false;
    }
  }

  /** Whether it holds all that there was: if not, it is of no use. */
  public boolean isWhole() {
    return whole;
  }

  /** Reports and silences the same again. */
  public void repeat(Diagnostics diagnostics) {
    events.forEach(event -> event.accept(diagnostics));
  }
}
