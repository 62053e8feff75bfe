package dev.verdict.server.command.output;

import dev.verdict.policy.decision.FieldGrant;
import java.util.stream.Collectors;

/** Which fields are granted, in words. */
public final class FieldText {

  private FieldText() {}

  /** {@code all}, or names, or {@code all but} names. */
  public static String of(FieldGrant fields) {
    if (fields.isAll()) {
      return "all";
    }
    String names =
        fields.names().stream()
            .sorted()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return fields.complement() ? "all but " + names : names;
  }
}
