package dev.verdict.policy.rename;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.VisibleText;
import java.util.Locale;
import java.util.Optional;

/** The spelling of names that others give: of roles and scopes. */
final class WrittenName {

  private WrittenName() {}

  /**
   * What is wrong with a name that stands in quotes in conditions and files; empty: nothing. Files
   * may have others; a new one is chosen so that no escape is needed anywhere.
   */
  static Optional<String> problem(String name) {
    boolean plain =
        VisibleText.isIn(name)
            && name.strip().length() == name.length()
            && name.length() <= Limit.LABEL_LENGTH.standard()
            && name.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || "'\"`\\".indexOf(c) >= 0);
    return plain
        ? Optional.empty()
        : Optional.of(
            "`"
                + name
                + "` cannot be the new name; it has 1 to "
                + Limit.LABEL_LENGTH.standard()
                + " visible characters, no quotes, no `\\` and no blank at its ends");
  }

  /** Whether two names are the same but for case, {@code -} and {@code _}. */
  static boolean areAlike(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
