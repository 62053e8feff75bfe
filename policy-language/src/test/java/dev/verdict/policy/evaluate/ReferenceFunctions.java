package dev.verdict.policy.evaluate;

import dev.verdict.policy.function.Concat;
import dev.verdict.policy.function.ContainsText;
import dev.verdict.policy.function.TextFunction;
import dev.verdict.policy.function.TimeArithmetic;
import dev.verdict.policy.function.ToReference;
import dev.verdict.policy.function.ValueFunction;
import dev.verdict.policy.schema.EntityReference;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the published functions are by their definition, without a thought for cost. */
final class ReferenceFunctions {

  private static final int LONGEST_TEXT = 65_536;

  private ReferenceFunctions() {}

  /** The value; absent where the function has none. */
  static Optional<Object> value(ValueFunction function, List<Object> arguments) {
    if (function == TextFunction.LOWER) {
      return text(text(arguments, 0).toLowerCase(Locale.ROOT));
    }
    if (function == TextFunction.UPPER) {
      return text(text(arguments, 0).toUpperCase(Locale.ROOT));
    }
    if (function == TextFunction.TRIM) {
      return text(text(arguments, 0).replaceAll("^\\s+|\\s+$", ""));
    }
    if (function instanceof ContainsText) {
      return Optional.of(text(arguments, 0).indexOf(text(arguments, 1)) >= 0);
    }
    if (function instanceof Concat) {
      return text(arguments.stream().map(String.class::cast).reduce("", String::concat));
    }
    if (function instanceof TimeArithmetic time) {
      return reckon(time, arguments.get(0), arguments.get(1));
    }
    if (function instanceof ToReference toReference) {
      String id = text(arguments, 0);
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(new EntityReference(toReference.reference().entity(), id));
    }
    throw new AssertionError("no definition of " + function);
  }

  private static String text(List<Object> arguments, int index) {
    return (String) arguments.get(index);
  }

  private static Optional<Object> text(String text) {
    return text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Object> reckon(TimeArithmetic function, Object first, Object second) {
    return switch (function) {
      case BETWEEN -> duration(Duration.between((Instant) second, (Instant) first));
      case LATER -> timestamp(((Instant) first).plus((Duration) second));
      case EARLIER -> timestamp(((Instant) first).minus((Duration) second));
      case SUM -> duration(((Duration) first).plus((Duration) second));
      case DIFFERENCE -> duration(((Duration) first).minus((Duration) second));
    };
  }

  private static Optional<Object> timestamp(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year < 0 || year > 9_999 ? Optional.empty() : Optional.of(instant);
  }

  private static Optional<Object> duration(Duration duration) {
    return duration.abs().compareTo(Duration.ofDays(3_652_500)) > 0
        ? Optional.empty()
        : Optional.of(duration);
  }
}
