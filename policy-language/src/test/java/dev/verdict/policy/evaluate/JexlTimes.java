package dev.verdict.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import org.apache.commons.jexl3.JexlArithmetic;

/** Operators on times, which JEXL takes from whoever defines them. */
public final class JexlTimes extends JexlArithmetic {

  JexlTimes() {
    super(true);
  }

  public Object add(Instant timestamp, Duration duration) {
    return timestamp.plus(duration);
  }

  public Object add(Duration duration, Instant timestamp) {
    return timestamp.plus(duration);
  }

  public Object add(Duration left, Duration right) {
    return left.plus(right);
  }

  public Object subtract(Instant left, Instant right) {
    return Duration.between(right, left);
  }

  public Object subtract(Instant timestamp, Duration duration) {
    return timestamp.minus(duration);
  }

  public Object subtract(Duration left, Duration right) {
    return left.minus(right);
  }

  public Object negate(Duration duration) {
    return duration.negated();
  }
}
