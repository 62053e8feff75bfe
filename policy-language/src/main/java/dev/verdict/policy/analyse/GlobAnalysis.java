package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds globs where a pattern belongs ({@code '/docs/*'}), and where no pattern does. */
final class GlobAnalysis {

  /** A star behind a plain character, in a text without anything that only a pattern has. */
  private static final Pattern GLOB =
      Pattern.compile("(?:[^\\\\\\[\\](){}+^$|.*]|\\.(?![*+?{]))*?([^\\\\\\[\\](){}+^$|.*?])\\*.*");

  /** A text without anything that only a pattern has, but for what says where it begins or ends. */
  private static final Pattern LITERAL = Pattern.compile("\\^?[^\\\\\\[\\](){}+^$|.*?]+\\$?");

  /** As in {@code .*@example.com}. */
  private static final Pattern ANY_CHARACTER =
      Pattern.compile("(?<![\\\\\\[])\\b[a-z0-9]+(?<!\\\\)\\.[a-z]{2,}(?![*+?{])");

  private static final Pattern ONLY_IN_PATTERNS = Pattern.compile("[\\\\\\[(){+^$|]|\\.[*+?]");

  /** What a glob ends or begins with. */
  private static final Pattern LITERAL_GLOB = Pattern.compile(".+[/:.-]\\*{1,2}|\\*\\.\\w+");

  private final Diagnostics diagnostics;

  GlobAnalysis(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    PartWalk.walk(rule, part -> analyse(part.test(), part.place()));
  }

  private void analyse(Expression part, Fragment place) {
    if (part instanceof Expression.Matches matches) {
      pattern(matches.written(), place);
    } else if (part instanceof Expression.Equal equal) {
      literal(equal.left(), place);
      literal(equal.right(), place);
    } else if (part instanceof Expression.Contains contains) {
      literals(contains.collection(), place);
    } else if (part instanceof Expression.StartsWith begins) {
      literal(begins.part(), place);
    } else if (part instanceof Expression.EndsWith ends) {
      literal(ends.part(), place);
    }
  }

  private void pattern(String pattern, Fragment place) {
    Matcher glob = GLOB.matcher(pattern);
    if (!ONLY_IN_PATTERNS.matcher(pattern).find() && glob.matches()) {
      report(
          place,
          "in the pattern `"
              + pattern
              + "` the `*` repeats the `"
              + glob.group(1)
              + "` before it; write `.*` for any text, `[^/]*` for one segment of a path");
    } else if (LITERAL.matcher(pattern).matches()) {
      report(place, literalPattern(pattern));
    } else if (ANY_CHARACTER.matcher(pattern).find()) {
      report(
          place,
          "in the pattern `"
              + pattern
              + "` a `.` between letters is any character; write `[.]` for a dot");
    }
  }

  private static String literalPattern(String pattern) {
    String text = pattern.replaceAll("^\\^|\\$$", "");
    return "the pattern `"
        + pattern
        + "` is held against the whole text, so it fits `"
        + text
        + "` only; write `=^ '"
        + text
        + "'` for what begins so, `==` for just that";
  }

  private void literal(Expression text, Fragment place) {
    if (PartWalk.defined(text) instanceof Constant constant
        && constant.value() instanceof String written
        && LITERAL_GLOB.matcher(written).matches()) {
      reportLiteral(written, place);
    }
  }

  private void literals(Expression list, Fragment place) {
    if (PartWalk.defined(list) instanceof Constant constant
        && constant.value() instanceof Collection<?> values) {
      values.stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .filter(written -> LITERAL_GLOB.matcher(written).matches())
          .sorted()
          .findFirst()
          .ifPresent(written -> reportLiteral(written, place));
    }
  }

  private void reportLiteral(String glob, Fragment place) {
    String text = glob.replaceAll("^\\*+|\\*+$", "");
    report(
        place,
        "the `*` in `"
            + glob
            + "` stands for itself here; write "
            + (glob.startsWith("*")
                ? "`=$ '" + text + "'` for what ends so"
                : "`=^ '" + text + "'` for what begins so"));
  }

  private void report(Fragment place, String message) {
    diagnostics.report(DiagnosticCode.GLOB_PATTERN, place.span(), message);
  }
}
