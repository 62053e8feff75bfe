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
          ">", "ge", ">=", "in", "=~");

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
    if (SIGNS.containsKey(word)) {
      return Optional.of("`" + word + "` is not an operator here; write `" + SIGNS.get(word) + "`");
    }
    if (word.equals("null")) {
      return Optional.of("there is no `null`; ask `has(..)` whether an attribute is present");
    }
    return STATEMENTS.contains(word)
        ? Optional.of("`" + word + "` is not part of the policy language")
        : Optional.empty();
  }
}
