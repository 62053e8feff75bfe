package dev.verdict.policy.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * While something is in force.
 *
 * @param from the first instant of it; absent: it always was
 * @param until the first instant after it; absent: it always will be
 */
public record Validity(Optional<Instant> from, Optional<Instant> until) {

  /** At any time. */
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  public Validity {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          "until: " + until.get() + " (expected: after " + from.get() + ")");
    }
  }

  public boolean isAlways() {
    return from.isEmpty() && until.isEmpty();
  }

  public boolean includes(Instant instant) {
    return (from.isEmpty() || !instant.isBefore(from.get()))
        && (until.isEmpty() || instant.isBefore(until.get()));
  }

  /** Whether this is in force at all times that the other is. */
  public boolean includes(Validity other) {
    boolean begun =
        from.isEmpty() || (other.from.isPresent() && !other.from.get().isBefore(from.get()));
    boolean lasts =
        until.isEmpty() || (other.until.isPresent() && !other.until.get().isAfter(until.get()));
    return begun && lasts;
  }

  /** {@code from 2026-01-01T00:00:00Z until 2026-02-01T00:00:00Z}, for sentences. */
  @Override
  public String toString() {
    String begin = from.map(instant -> "from " + instant).orElse("");
    String end = until.map(instant -> "until " + instant).orElse("");
    return begin.isEmpty() || end.isEmpty() ? begin + end : begin + " " + end;
  }
}
