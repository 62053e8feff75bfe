package dev.verdict.policy.schema;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.VisibleText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which words authors may choose as names. */
public final class Identifier {

  /** Words of JEXL's grammar: a condition could not speak of something that is called so. */
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "break",
          "case",
          "catch",
          "const",
          "continue",
          "default",
          "div",
          "do",
          "else",
          "empty",
          "eq",
          "false",
          "finally",
          "for",
          "function",
          "ge",
          "gt",
          "if",
          "import",
          "in",
          "instanceof",
          "le",
          "let",
          "lt",
          "mod",
          "NaN",
          "ne",
          "new",
          "not",
          "null",
          "or",
          "return",
          "size",
          "switch",
          "throw",
          "true",
          "try",
          "var",
          "while");

  /** How long a name may be. */
  static final int MAX_LENGTH = Limit.LABEL_LENGTH.standard();

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/-]*");
  private static final Pattern FOREIGN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:/-]*");

  private Identifier() {}

  /**
   * What is wrong with the name of a record type or a variable, which expressions hold without
   * quotes; empty: nothing.
   */
  public static Optional<String> problem(String name) {
    if (RESERVED.contains(name)) {
      return Optional.of("`" + name + "` is a word of the condition language; choose another name");
    }
    return problem(
        name, IDENTIFIER, "a name is made of letters, digits and `_` and begins with no digit");
  }

  /**
   * What is wrong with the name of an attribute, or of a member of a record; empty: nothing. It
   * stands behind a dot, in quotes where it needs them, so it may be a word of the language.
   */
  public static Optional<String> attributeProblem(String name) {
    if (name.length() > MAX_LENGTH || isPlain(name)) {
      return problem(name, IDENTIFIER, "");
    }
    if (name.endsWith("?")) {
      return Optional.of(
          "the `?` stands behind the type, as in `" + name.replace("?", "") + ": string?`");
    }
    return name.codePoints().allMatch(Identifier::mayBeQuoted)
            && !name.isEmpty()
            && name.strip().length() == name.length()
            && VisibleText.isIn(name)
        ? Optional.empty()
        : Optional.of(
            "`"
                + name
                + "` cannot be a name; an attribute is called with visible characters, without quotes"
                + " and `\\`, and with no blank at its ends");
  }

  private static boolean mayBeQuoted(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> "'\"`\\".indexOf(character) < 0;
    };
  }

  /** The name of an attribute as it stands behind a dot: in quotes where it needs them. */
  public static String afterDot(String name) {
    return isPlain(name) ? name : "'" + name + "'";
  }

  /** Whether the name of an attribute needs no quotes. */
  public static boolean isPlain(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** What is wrong with the name of an action; empty: nothing. */
  public static Optional<String> actionProblem(String name) {
    return foreignProblem(name, "an action");
  }

  /** Whether an action may be called so; without garbage, since requests are asked. */
  static boolean isAction(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && ".:/-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** What is wrong with the name of a type of subjects, resources or entities; empty: nothing. */
  public static Optional<String> typeProblem(String name) {
    return foreignProblem(name, "a type");
  }

  /** Applications gave these names, and conditions hold them in quotes. */
  private static Optional<String> foreignProblem(String name, String kind) {
    return problem(
        name,
        FOREIGN,
        kind + " is made of letters, digits, `_`, `-`, `.`, `:` and `/` and begins with a letter");
  }

  /** What is wrong with the name of a policy or the id of a rule; empty: nothing. */
  public static Optional<String> labelProblem(String name) {
    return problem(name, LABEL, "it is made of letters, digits, `_`, `-`, `.`, `:` and `/`");
  }

  private static Optional<String> problem(String name, Pattern pattern, String advice) {
    if (name.length() > MAX_LENGTH) {
      return Optional.of(
          "a name of " + name.length() + " characters is too long (limit " + MAX_LENGTH + ")");
    }
    return pattern.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("`" + name + "` cannot be a name; " + advice);
  }
}
