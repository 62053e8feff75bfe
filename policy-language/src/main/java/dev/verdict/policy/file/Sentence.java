package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.Located;

/** The author's own words, such as {@code because}. */
final class Sentence {

  private Sentence() {}

  /** Reports one that is too long to be read by anyone. */
  static void check(String key, Located<String> sentence, Diagnostics diagnostics) {
    int length = sentence.value().length();
    int limit = diagnostics.limits().of(Limit.SENTENCE_LENGTH);
    if (length > limit) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          sentence.span(),
          "`" + key + "` has " + length + " characters (limit " + limit + ")");
    }
  }
}
