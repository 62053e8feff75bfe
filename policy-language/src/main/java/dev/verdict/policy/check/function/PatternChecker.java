package dev.verdict.policy.check.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.verdict.policy.check.expression.Findings;
import dev.verdict.policy.check.expression.QuotedExpression;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;

/**
 * Compiles the patterns of {@code matches}. RE2/J matches in linear time whatever the pattern, but
 * the program it makes of nested repetitions grows with their product, so that is bounded here.
 */
final class PatternChecker {

  private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[=!]");
  private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9]");

  private PatternChecker() {}

  /** The pattern; absent, and reported, where it is not a literal, too large or malformed. */
  static Optional<Pattern> compile(Syntax syntax, Findings findings) {
    if (!(syntax instanceof Syntax.TextLiteral literal)) {
      return findings.refuse(
          DiagnosticCode.INVALID_PATTERN,
          syntax.fragment(),
          "a pattern is a literal: data from a request is never one");
    }
    String text = literal.value();
    Optional<QuotedExpression> template =
        QuotedExpression.in(text).filter(QuotedExpression::isTemplate);
    if (template.isPresent()) {
      return findings.refuse(
          DiagnosticCode.QUOTED_EXPRESSION,
          literal.fragment(),
          "a pattern holds no attribute: `"
              + text
              + "` is matched as it is written; compare with `==` or `=^`, and "
              + template.get().cure());
    }
    int maxLength = findings.limits().of(Limit.PATTERN_LENGTH);
    if (text.length() > maxLength) {
      return findings.refuse(
          DiagnosticCode.INVALID_PATTERN,
          syntax.fragment(),
          "the pattern has " + text.length() + " characters (limit " + maxLength + ")");
    }
    int maxRepetition = findings.limits().of(Limit.PATTERN_REPETITION);
    if (repetition(text) > maxRepetition) {
      return findings.refuse(
          DiagnosticCode.INVALID_PATTERN,
          syntax.fragment(),
          "the counts in braces multiply to more than " + maxRepetition);
    }
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException malformed) {
      return findings.refuse(
          DiagnosticCode.INVALID_PATTERN,
          syntax.fragment(),
          advice(text).orElse("the pattern is malformed: " + malformed.getDescription()));
    }
  }

  /** What to write instead of what only engines have that try again and again. */
  private static Optional<String> advice(String pattern) {
    if (LOOK_AROUND.matcher(pattern).find()) {
      return Optional.of(
          "patterns cannot look ahead or back; ask twice: `matches(a, 'x.*') && !matches(a,"
              + " '.*y')`");
    }
    if (BACK_REFERENCE.matcher(pattern).find()) {
      return Optional.of("patterns have no back references like `\\1`; say what is repeated");
    }
    return pattern.startsWith("*") || pattern.contains("**")
        ? Optional.of(
            "in a pattern `*` repeats what stands before it; write `.*` for any text, `[^/]*` for"
                + " one segment of a path")
        : Optional.empty();
  }

  /** The product of the largest counts of all {@code {n}} and {@code {n,m}}, at most. */
  private static long repetition(String pattern) {
    long product = 1;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
      product =
          Math.min(
              Limit.PATTERN_REPETITION.ceiling() + 1L,
              product * Math.max(1, largestCount(pattern, open + 1)));
    }
    return product;
  }

  private static long largestCount(String pattern, int from) {
    long largest = 0;
    long count = 0;
    for (int i = from; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
      char c = pattern.charAt(i);
      count =
          c >= '0' && c <= '9'
              ? Math.min(Limit.PATTERN_REPETITION.ceiling() + 1L, count * 10 + (c - '0'))
              : 0;
      largest = Math.max(largest, count);
    }
    return largest;
  }
}
