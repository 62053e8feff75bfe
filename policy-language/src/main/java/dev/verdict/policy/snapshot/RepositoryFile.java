package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;

/** The {@code verdict.yaml} of a repository: which version of the file formats it is written in. */
final class RepositoryFile {

  /** The version of the file formats that this code reads. */
  private static final long FORMAT = 1;

  private RepositoryFile() {}

  static void check(YamlNode document, Diagnostics diagnostics) {
    MappingReader.open(document, "verdict.yaml", List.of("format"), diagnostics)
        .flatMap(reader -> reader.wholeNumber("format", 1, Integer.MAX_VALUE))
        .filter(format -> format != FORMAT)
        .ifPresent(
            format ->
                diagnostics.report(
                    DiagnosticCode.WRONG_SHAPE,
                    document.span(),
                    "this repository is written in format " + format + ", not " + FORMAT));
  }
}
