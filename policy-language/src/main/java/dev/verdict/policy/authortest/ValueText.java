package dev.verdict.policy.authortest;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.util.stream.Collectors;

/** Writes values as an author of tests would. */
public final class ValueText {

  private ValueText() {}

  /** {@code { level: required, days: 3 }}. */
  static String of(Attributes attributes) {
    return attributes.isEmpty()
        ? "{}"
        : attributes.names().stream()
            .sorted()
            .map(name -> name + ": " + of(attributes, name))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String of(Attributes attributes, String name) {
    Value value = attributes.get(name);
    return value == null ? "" : of(value);
  }

  /** {@code [a, b]}. */
  public static String of(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Whole whole) {
      return Long.toString(whole.number());
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.number().toPlainString();
    }
    if (value instanceof Value.Flag flag) {
      return Boolean.toString(flag.flag());
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.values().stream()
          .map(ValueText::of)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return of(((Value.Structure) value).attributes());
  }
}
