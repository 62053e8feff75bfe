package dev.verdict.policy.file;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Rfc3339;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the keys {@code from} and {@code until} of a mapping. */
public final class ValidityReader {

  /** What the mapping may have. */
  public static final List<String> KEYS = List.of("from", "until");

  private ValidityReader() {}

  /** What is wrong is reported; it is then valid always. */
  public static Validity read(MappingReader reader, Diagnostics diagnostics) {
    if (!reader.has("from") && !reader.has("until")) {
      diagnostics.report(
          DiagnosticCode.MISSING_KEY,
          reader.span(),
          "a time of validity needs one of the keys `from` and `until`, or both");
    }
    Optional<Instant> from = instant(reader.text("from"), diagnostics);
    Optional<Located<String>> end = reader.text("until");
    Optional<Instant> until = instant(end, diagnostics);
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          end.orElseThrow().span(),
          "`until` is not after `from`, so this would never be valid");
      return Validity.ALWAYS;
    }
    return new Validity(from, until);
  }

  private static Optional<Instant> instant(
      Optional<Located<String>> written, Diagnostics diagnostics) {
    Optional<Instant> instant =
        written.flatMap(found -> Optional.ofNullable(Rfc3339.parse(found.value())));
    if (written.isPresent() && instant.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.INVALID_LITERAL,
          written.get().span(),
          "`" + written.get().value() + "` is no timestamp; write it like `2026-01-31T08:00:00Z`");
    }
    return instant;
  }
}
