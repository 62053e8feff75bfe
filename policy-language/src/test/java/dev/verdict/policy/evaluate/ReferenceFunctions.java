package dev.verdict.policy.evaluate;

import dev.verdict.policy.function.Concat;
import dev.verdict.policy.function.ContainsText;
import dev.verdict.policy.function.TextFunction;
import dev.verdict.policy.function.ValueFunction;
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
    throw new AssertionError("no definition of " + function);
  }

  private static String text(List<Object> arguments, int index) {
    return (String) arguments.get(index);
  }

  private static Optional<Object> text(String text) {
    return text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text);
  }
}
