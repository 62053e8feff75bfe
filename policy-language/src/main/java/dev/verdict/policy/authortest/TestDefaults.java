package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.yaml.MappingReader;
import java.time.Instant;
import java.util.Optional;

/** What holds for tests that do not say otherwise: the time, and the context of the request. */
record TestDefaults(Instant now, Attributes context) {

  /** The same with what a test, a matrix or a file says under {@code now} and {@code context}. */
  TestDefaults of(MappingReader reader, Schema schema, Diagnostics diagnostics) {
    return new TestDefaults(
        ClockReader.read(reader, now, diagnostics),
        reader.has("context")
            ? new PropertyReader(diagnostics)
                .read(reader.entries("context"), "the context", Optional.of(schema.context()))
            : context);
  }
}
