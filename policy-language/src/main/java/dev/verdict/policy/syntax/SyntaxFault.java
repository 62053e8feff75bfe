package dev.verdict.policy.syntax;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is missing in a condition that JEXL refused: its parser only knows where it stopped,
 * often at the end, while the bracket that is not closed stands at the beginning.
 *
 * <p>Operands and operators take turns; that, and the brackets that are open, is all this follows.
 */
final class SyntaxFault {

  private static final Set<String> BINARY =
      Set.of(
          "==", "!=", "<=", ">=", "=~", "!~", "=^", "!^", "=$", "!$", "&&", "||", "??", "<", ">",
          "+", "-", "*");

  private static final Set<String> COMPARISONS =
      Set.of("==", "!=", "<=", ">=", "=~", "!~", "=^", "!^", "=$", "!$", "<", ">");

  /**
   * What is wrong.
   *
   * @param code for what is missing, and for what the language does not have
   */
  record Fault(DiagnosticCode code, Fragment place, String message) {}

  private final List<Token> tokens;
  private final Deque<Integer> open = new ArrayDeque<>();

  /** How many brackets were open where a comparison was seen that nothing has ended yet. */
  private final Set<Integer> compared = new HashSet<>();

  private boolean operandExpected = true;
  private int position;

  private SyntaxFault(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The first fault; empty where operands, operators and brackets are in order. */
  static Optional<Fault> find(List<Token> tokens) {
    return new SyntaxFault(tokens).find();
  }

  private Optional<Fault> find() {
    for (; position < tokens.size(); position++) {
      Optional<Fault> fault = operandExpected ? operand() : operator();
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (operandExpected) {
      return missingOperand();
    }
    return open.isEmpty() ? Optional.empty() : unclosed(tokens.get(open.peek()));
  }

  private Token token() {
    return tokens.get(position);
  }

  private Token before() {
    return tokens.get(position - 1);
  }

  private Optional<Fault> operand() {
    Token token = token();
    if (token.kind().isLeaf()) {
      operandExpected = false;
      return Optional.empty();
    }
    if (token.is("(") || token.is("[")) {
      open();
      return Optional.empty();
    }
    if (token.is("!") || token.is("-")) {
      return Optional.empty();
    }
    boolean emptyCall = token.is(")") && position > 1 && before().is("(") && isCall(position - 1);
    if (emptyCall) {
      open.pop();
      operandExpected = false;
      return Optional.empty();
    }
    return missingOperand();
  }

  private Optional<Fault> missingOperand() {
    if (position > 0 && position < tokens.size() && token().is(">")) {
      if (before().is("<")) {
        return unsupported(before(), "`<>` is not an operator here; write `!=`");
      }
      if (before().is("-")) {
        return unsupported(
            before(),
            "`->` is not an operator here; `!a || b` is true where `a` implies `b`, and a lambda is"
                + " `any(list, x, ..)`");
      }
    }
    boolean first = position == 0 || before().is("(") || before().is("[") || before().is(",");
    if (position < tokens.size() && first) {
      return missing(token(), "before `" + token().text() + "` a value is missing");
    }
    return before().is("?") || before().is(":")
        ? missing(before(), "`? :` lacks a value; write `test ? a : b`")
        : missing(before(), "after `" + before().text() + "` a value is missing");
  }

  private Optional<Fault> operator() {
    Token token = token();
    if (token.kind().isLeaf() || token.is("!") || token.is("[")) {
      return sideBySide();
    }
    if (token.is("(")) {
      return opening();
    }
    return token.is(".") || token.is("?.") ? access() : sign(token);
  }

  private Optional<Fault> sign(Token token) {
    if (BINARY.contains(token.text())) {
      operandExpected = true;
      return binary(token);
    }
    return switch (token.text()) {
      case "?" -> {
        open();
        operandExpected = true;
        yield Optional.empty();
      }
      case ":" -> alternative(token);
      case "," -> comma(token);
      default -> closing(token);
    };
  }

  private Optional<Fault> binary(Token token) {
    if (COMPARISONS.contains(token.text())) {
      return compared.add(open.size())
          ? Optional.empty()
          : missing(token, "comparisons do not chain; write `a < b && b < c`");
    }
    boolean joins = token.is("&&") || token.is("||") || token.is("??");
    if (joins) {
      compared.remove(open.size());
    }
    return Optional.empty();
  }

  private Optional<Fault> sideBySide() {
    for (Token word : List.of(token(), before())) {
      Optional<String> advice =
          word.kind() == Kind.NAME ? ForeignWords.operator(word.text()) : Optional.empty();
      if (advice.isPresent()) {
        return unsupported(word, "`" + word.text() + "` is not an operator here; " + advice.get());
      }
    }
    return missing(
        token(),
        "between `"
            + before().text()
            + "` and `"
            + token().text()
            + "` an operator is missing, like `&&` or `==`");
  }

  private Optional<Fault> opening() {
    if (!isCall(position)) {
      return sideBySide();
    }
    open();
    operandExpected = true;
    return Optional.empty();
  }

  private void open() {
    open.push(position);
    compared.remove(open.size());
  }

  /** Whether the bracket at that position follows the name of a function. */
  private boolean isCall(int bracket) {
    return bracket > 0 && tokens.get(bracket - 1).kind() == Kind.NAME;
  }

  private Optional<Fault> access() {
    if (position + 1 == tokens.size() || tokens.get(position + 1).kind() != Kind.NAME) {
      return missing(token(), "after `" + token().text() + "` a name is missing");
    }
    position++;
    boolean method = position + 1 < tokens.size() && tokens.get(position + 1).is("(");
    return method
        ? unsupported(token(), "there are no methods; " + ForeignWords.method(token().text()))
        : Optional.empty();
  }

  private Optional<Fault> alternative(Token token) {
    if (position + 1 < tokens.size() && tokens.get(position + 1).is(":")) {
      return unsupported(
          token,
          "`::` is not an operator here; compare ids like `subject.id == 'nina'`, and references"
              + " with `ref('user', 'nina')`");
    }
    if (open.isEmpty() || !tokens.get(open.peek()).is("?")) {
      return missing(token, "before this `:` there is no `?`; write `test ? a : b`");
    }
    open.pop();
    compared.remove(open.size());
    operandExpected = true;
    return Optional.empty();
  }

  private Optional<Fault> comma(Token token) {
    if (!open.isEmpty() && tokens.get(open.peek()).is("?")) {
      return unclosed(tokens.get(open.peek()));
    }
    boolean separates = !open.isEmpty() && (tokens.get(open.peek()).is("[") || isCall(open.peek()));
    operandExpected = true;
    compared.remove(open.size());
    return separates
        ? Optional.empty()
        : missing(
            token,
            "a comma stands between arguments of a function or items of a list; join conditions"
                + " with `&&` or `||`");
  }

  private Optional<Fault> closing(Token token) {
    if (open.isEmpty()) {
      String opening = token.is(")") ? "(" : "[";
      return missing(token, "before this `" + token.text() + "` there is no `" + opening + "`");
    }
    Token opened = tokens.get(open.pop());
    boolean fits = opened.is("(") ? token.is(")") : opened.is("[") && token.is("]");
    return fits ? Optional.empty() : unclosed(opened);
  }

  private static Optional<Fault> unclosed(Token opened) {
    return opened.is("?")
        ? missing(opened, "this `?` has no `:`; write `test ? a : b`")
        : missing(
            opened,
            "this `"
                + opened.text()
                + "` is not closed; write `"
                + (opened.is("(") ? ")" : "]")
                + "` where its part ends");
  }

  private static Optional<Fault> missing(Token token, String message) {
    return Optional.of(new Fault(DiagnosticCode.CONDITION_SYNTAX, token.fragment(), message));
  }

  private static Optional<Fault> unsupported(Token token, String message) {
    return Optional.of(new Fault(DiagnosticCode.CONDITION_UNSUPPORTED, token.fragment(), message));
  }
}
