package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Rfc3339;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import java.time.Instant;
import java.util.Optional;

/** Reads the key {@code now}: the time that tests see. */
final class ClockReader {

  private ClockReader() {}

  /** The time; another one where there is none or, reported, none that can be read. */
  static Instant read(MappingReader reader, Instant otherwise, Diagnostics diagnostics) {
    Optional<Located<String>> written = reader.text("now");
    Optional<Instant> now = written.map(Located::value).map(Rfc3339::parse);
    if (written.isPresent() && now.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          written.get().span(),
          "`now` must be a time like `2026-01-01T00:00:00Z`");
    }
    return now.orElse(otherwise);
  }
}
