package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Strictness;
import dev.verdict.policy.diagnostic.Warning;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code verdict.yaml} of a repository: which version of the file formats it is written in,
 * which warnings it does not put up with, which files are none of its own, and whether requests
 * with properties that its schema does not know are refused.
 */
record RepositoryFile(
    Strictness strictness,
    IgnoredFiles ignored,
    boolean refusesUndeclared,
    Set<NameKind> elsewhere) {

  /** What holds where there is no such file. */
  static final RepositoryFile DEFAULT =
      new RepositoryFile(
          Strictness.NONE, IgnoredFiles.NONE, /* refusesUndeclared= */ false, Set.of());

  /** The version of the file formats that this code reads. */
  private static final long FORMAT = 1;

  private static final String IGNORE = "ignore";
  private static final String UNKNOWN_PROPERTIES = "unknown-properties";
  private static final String UNDECLARED_NAMES = "undeclared-names";
  private static final String DENY = "deny";
  private static final String EXPLAIN = "explain";
  private static final String WARNINGS_AS_ERRORS = "warnings-as-errors";

  static RepositoryFile read(YamlNode document, Diagnostics diagnostics) {
    return MappingReader.open(
            document,
            "verdict.yaml",
            List.of("format", WARNINGS_AS_ERRORS, IGNORE, UNKNOWN_PROPERTIES, UNDECLARED_NAMES),
            diagnostics)
        .map(reader -> read(reader, diagnostics))
        .orElse(DEFAULT);
  }

  private static RepositoryFile read(MappingReader reader, Diagnostics diagnostics) {
    reader
        .wholeNumber("format", 1, Integer.MAX_VALUE)
        .filter(format -> format != FORMAT)
        .ifPresent(
            format ->
                diagnostics.report(
                    DiagnosticCode.WRONG_SHAPE,
                    reader.span(),
                    "this repository is written in format " + format + ", not " + FORMAT));
    return new RepositoryFile(
        strictness(reader, diagnostics),
        IgnoredFiles.read(reader.texts(IGNORE), diagnostics),
        refusesUndeclared(reader, diagnostics),
        elsewhere(reader, diagnostics));
  }

  private static Set<NameKind> elsewhere(MappingReader reader, Diagnostics diagnostics) {
    var kinds = EnumSet.noneOf(NameKind.class);
    for (Located<String> word : reader.texts(UNDECLARED_NAMES)) {
      NameKind.named(word.value())
          .ifPresentOrElse(
              kinds::add,
              () ->
                  diagnostics.report(
                      DiagnosticCode.WRONG_SHAPE,
                      word.span(),
                      "`"
                          + UNDECLARED_NAMES
                          + "` lists `roles`, `scopes` or `tenants`, not `"
                          + word.value()
                          + "`"));
    }
    return kinds;
  }

  private static boolean refusesUndeclared(MappingReader reader, Diagnostics diagnostics) {
    Optional<Located<String>> written = reader.text(UNKNOWN_PROPERTIES);
    written
        .filter(word -> !List.of(DENY, EXPLAIN).contains(word.value()))
        .ifPresent(
            word ->
                diagnostics.report(
                    DiagnosticCode.WRONG_SHAPE,
                    word.span(),
                    "`"
                        + UNKNOWN_PROPERTIES
                        + "` is `"
                        + DENY
                        + "` or `"
                        + EXPLAIN
                        + "`, not `"
                        + word.value()
                        + "`"));
    return written.filter(word -> word.value().equals(DENY)).isPresent();
  }

  private static Strictness strictness(MappingReader reader, Diagnostics diagnostics) {
    if (reader.node(WARNINGS_AS_ERRORS).filter(YamlNode.Scalar.class::isInstance).isPresent()) {
      return reader.flag(WARNINGS_AS_ERRORS).orElse(false) ? Strictness.ALL : Strictness.NONE;
    }
    return new Strictness(
        reader.texts(WARNINGS_AS_ERRORS).stream()
            .flatMap(name -> Warning.named(name, diagnostics).stream())
            .collect(Collectors.toSet()));
  }
}
