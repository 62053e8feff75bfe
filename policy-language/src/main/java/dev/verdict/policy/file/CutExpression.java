package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.MappedText;
import java.util.List;

/**
 * Warns of a comment that looks like the rest of the expression before it. To YAML {@code #} behind
 * a blank begins a comment, so that {@code has(a) #&& b} is the condition {@code has(a)}.
 *
 * <p>A comment is suspicious if no blank follows its sign, if it begins with an operator that joins
 * two values, or if {@code &&} or {@code ||} stands in it. Other remarks behind a condition are
 * common and harmless.
 */
final class CutExpression {

  private static final List<String> OPERATORS =
      List.of("&", "|", "==", "!=", "=~", "!~", "=^", "=$", "<", ">", "?");

  private CutExpression() {}

  static void check(MappedText expression, Diagnostics diagnostics) {
    expression
        .comment()
        .filter(comment -> looksLikeExpression(comment.text()))
        .ifPresent(
            comment ->
                diagnostics.report(
                    DiagnosticCode.EXPRESSION_CUT,
                    comment.span(),
                    "to YAML ` #` begins a comment, so the expression ends before it; put the whole"
                        + " expression in quotes, or the comment in a line of its own"));
  }

  private static boolean looksLikeExpression(String comment) {
    String rest = comment.replaceFirst("^#+", "");
    String text = rest.strip();
    return !text.isEmpty()
        && (!Character.isWhitespace(rest.codePointAt(0))
            || OPERATORS.stream().anyMatch(text::startsWith)
            || text.contains("&&")
            || text.contains("||"));
  }
}
