package dev.verdict.policy.authortest;

import static java.util.Objects.requireNonNull;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes values as an author of tests would. */
public final class ValueText implements Value.Visitor<String> {

  private static final ValueText TEXT = new ValueText();

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
    return of(requireNonNull(attributes.get(name), name));
  }

  /** {@code [a, b]}. */
  public static String of(Value value) {
    return value.accept(TEXT);
  }

  @Override
  public String text(String text) {
    return text;
  }

  @Override
  public String whole(long number) {
    return Long.toString(number);
  }

  @Override
  public String decimal(BigDecimal number) {
    return number.toPlainString();
  }

  @Override
  public String flag(boolean flag) {
    return Boolean.toString(flag);
  }

  @Override
  public String sequence(List<Value> values) {
    return values.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String structure(Attributes attributes) {
    return of(attributes);
  }
}
