package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import java.util.Optional;

/** The author's own words, such as {@code because} and {@code deprecated}. */
public final class Sentence {

  private static final String DEPRECATED = "deprecated";

  private Sentence() {}

  /** Why what has this key is not to be used any more; absent: it may be used. */
  public static Optional<String> deprecated(MappingReader owner, Diagnostics diagnostics) {
    Optional<Located<String>> reason = owner.text(DEPRECATED);
    reason.ifPresent(found -> check(DEPRECATED, found, diagnostics));
    return reason.map(Located::value);
  }

  /** Reports one that is too long to be read by anyone. */
  public static void check(String key, Located<String> sentence, Diagnostics diagnostics) {
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
