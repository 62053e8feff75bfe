package dev.verdict.policy.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of JEXL that the policy language leaves out: those that stand for a sign, since there
 * is one way to write a thing, and those of statements. After a dot they are names like any other.
 */
final class ReservedWords {

  private static final Map<String, String> SIGNS =
      Map.of(
          "and", "&&", "or", "||", "not", "!", "eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt",
          ">", "ge", ">=");

  private static final Set<String> STATEMENTS =
      Set.of(
          "new",
          "var",
          "let",
          "const",
          "return",
          "if",
          "else",
          "for",
          "while",
          "do",
          "function",
          "switch",
          "case",
          "default",
          "break",
          "continue",
          "try",
          "catch",
          "finally",
          "throw",
          "div",
          "mod",
          "instanceof");

  private ReservedWords() {}

  /** Why a word cannot stand in a condition, and what to write instead; absent where it can. */
  static Optional<String> objection(String word) {
    Optional<String> sign = sign(word);
    if (sign.isPresent()) {
      return Optional.of("`" + word + "` is not an operator here; " + sign.get());
    }
    return switch (word) {
      case "null" ->
          Optional.of("there is no `null`; ask `has(..)` whether an attribute is present");
      case "if", "else", "switch", "case" ->
          Optional.of("`" + word + "` is no part of a condition; write `test ? a : b`");
      case "instanceof" ->
          Optional.of("`instanceof` is not an operator here; write `resource.type == 'page'`");
      default ->
          STATEMENTS.contains(word)
              ? Optional.of("`" + word + "` is not part of the policy language")
              : Optional.empty();
    };
  }

  /** What to write instead of a word that stands for a sign elsewhere. */
  static Optional<String> sign(String word) {
    if (word.equals("in")) {
      return Optional.of(
          "write `value =~ list` for a member of a list, `within(a, b)` for what lies in a group or"
              + " folder");
    }
    return Optional.ofNullable(SIGNS.get(word)).map(sign -> "write `" + sign + "`");
  }
}
