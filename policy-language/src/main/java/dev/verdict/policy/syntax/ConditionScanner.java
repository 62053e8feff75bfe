package dev.verdict.policy.syntax;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a condition into tokens in linear time, and stops what JEXL's parser must never see: its
 * time is exponential in nested braces and brackets, and nothing interrupts it. The tokens also
 * carry the exact places that JEXL's tree lacks.
 */
final class ConditionScanner {

  /** Longest first, so that {@code =~} is not read as {@code =}. */
  private static final List<String> SIGNS =
      List.of(
          "==", "!=", "<=", ">=", "=~", "!~", "=^", "!^", "=$", "!$", "&&", "||", "??", "?.", "<",
          ">", "!", "?", ":", "(", ")", "[", "]", ",", ".", "+", "-", "*");

  private final MappedText source;
  private final String text;
  private final Diagnostics diagnostics;
  private final Limits limits;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int parentheses;
  private boolean inBrackets;

  private ConditionScanner(MappedText source, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.text();
    this.diagnostics = diagnostics;
    this.limits = diagnostics.limits();
  }

  /** The tokens in order; absent, and reported, where the text cannot be a condition. */
  static Optional<List<Token>> scan(MappedText source, Diagnostics diagnostics) {
    return new ConditionScanner(source, diagnostics).scan();
  }

  private Optional<List<Token>> scan() {
    if (text.length() > limits.of(Limit.CONDITION_LENGTH)) {
      return fail(
          DiagnosticCode.CONDITION_TOO_LARGE,
          0,
          1,
          "the condition has "
              + text.length()
              + " characters (limit "
              + limits.of(Limit.CONDITION_LENGTH)
              + "); name its parts in `let`");
    }
    while (skipBlanks()) {
      if (!scanToken()) {
        return Optional.empty();
      }
      if (tokens.size() > limits.of(Limit.TOKENS)) {
        return fail(
            DiagnosticCode.CONDITION_TOO_LARGE,
            position - 1,
            position,
            "the condition has more than "
                + limits.of(Limit.TOKENS)
                + " words and signs; name its parts in `let`");
      }
    }
    if (tokens.isEmpty()) {
      return fail(DiagnosticCode.CONDITION_SYNTAX, 0, 1, "the condition is empty");
    }
    return Optional.of(tokens);
  }

  private boolean skipBlanks() {
    while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return position < text.length();
  }

  private boolean scanToken() {
    char c = text.charAt(position);
    if (isNameStart(c)) {
      return scanName();
    }
    if (isDigit(c)) {
      return scanNumber();
    }
    boolean quoted = c == '\'' || c == '"';
    return quoted ? scanString(c) : scanSign();
  }

  private boolean scanName() {
    int start = position;
    while (position < text.length() && isNamePart(text.charAt(position))) {
      position++;
    }
    String name = text.substring(start, position);
    Optional<String> objection = followsDot() ? Optional.empty() : objection(name);
    return objection.isPresent()
        ? stop(DiagnosticCode.CONDITION_UNSUPPORTED, start, objection.get())
        : add(Kind.NAME, start);
  }

  private Optional<String> objection(String name) {
    return name.equals("not") && text.substring(position).strip().startsWith("in ")
        ? Optional.of("`not in` is not an operator here; write `value !~ list`")
        : ReservedWords.objection(name);
  }

  private boolean followsDot() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.is(".") || last.is("?.");
  }

  private boolean scanNumber() {
    int start = position;
    skipDigits();
    if (position + 1 < text.length()
        && text.charAt(position) == '.'
        && isDigit(text.charAt(position + 1))) {
      position++;
      skipDigits();
    }
    if (position < text.length() && isNamePart(text.charAt(position))) {
      return stop(
          DiagnosticCode.INVALID_LITERAL,
          start,
          "numbers are written in digits with an optional fraction, like `12` or `0.5`");
    }
    if (text.charAt(start) == '0' && position > start + 1 && isDigit(text.charAt(start + 1))) {
      return stop(DiagnosticCode.INVALID_LITERAL, start, "a number must not begin with `0`");
    }
    return add(Kind.NUMBER, start);
  }

  private void skipDigits() {
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
  }

  private boolean scanString(char quote) {
    int start = position++;
    while (position < text.length() && text.charAt(position) != quote) {
      char c = text.charAt(position);
      if (c == '\n' || c == '\r') {
        break;
      }
      position += c == '\\' ? 2 : 1;
    }
    if (position >= text.length() || text.charAt(position) != quote) {
      position = Math.min(position, text.length());
      return stop(
          DiagnosticCode.CONDITION_SYNTAX,
          start,
          "the string is not closed on its line with " + quote);
    }
    position++;
    return add(Kind.STRING, start);
  }

  private boolean scanSign() {
    int start = position;
    for (String sign : SIGNS) {
      if (text.startsWith(sign, position)) {
        position += sign.length();
        return bracketsHold(sign, start) && add(Kind.SIGN, start);
      }
    }
    return stop(
        DiagnosticCode.CONDITION_UNSUPPORTED,
        start,
        ForeignSigns.advice(text, start, wordBefore(start)));
  }

  /** The token that ends at a place; empty where none does. */
  private String wordBefore(int place) {
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last != null && last.fragment().to() == place ? last.text() : "";
  }

  private boolean bracketsHold(String sign, int start) {
    switch (sign) {
      case "(" -> parentheses++;
      case ")" -> parentheses--;
      case "[" -> {
        if (inBrackets || opensAccess()) {
          return stop(DiagnosticCode.CONDITION_UNSUPPORTED, start, opening());
        }
        inBrackets = true;
      }
      case "]" -> inBrackets = false;
      default -> {}
    }
    return parentheses <= limits.of(Limit.PARENTHESES)
        || stop(
            DiagnosticCode.CONDITION_TOO_LARGE,
            start,
            "parentheses are nested more than "
                + limits.of(Limit.PARENTHESES)
                + " deep; name parts of the condition in `let`");
  }

  /** Why no bracket may be opened here. */
  private String opening() {
    if (inBrackets) {
      return "a list holds values, not lists";
    }
    return position < text.length() && isDigit(text.charAt(position))
        ? "elements have no numbers; ask `'x' =~ list`, or `any(list, x, condition on x)`"
        : "attributes are read as `resource.name` or `resource.'x-name'`, not with `[`";
  }

  /** Whether a bracket here would reach into what stands before it. */
  private boolean opensAccess() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.kind().isLeaf() || last.is(")") || last.is("]");
  }

  private boolean add(Kind kind, int start) {
    tokens.add(
        new Token(kind, text.substring(start, position), new Fragment(source, start, position)));
    return true;
  }

  private boolean stop(DiagnosticCode code, int start, String message) {
    fail(code, start, Math.max(start + 1, position), message);
    return false;
  }

  private Optional<List<Token>> fail(DiagnosticCode code, int from, int to, String message) {
    diagnostics.report(code, source.span(from, to), message);
    return Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }
}
