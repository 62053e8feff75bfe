package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code *.let.yaml}. */
public final class VariablesFileReader {

  private static final List<String> KEYS = List.of("variables", "let");

  private VariablesFileReader() {}

  /**
   * The variables of a file. Those that cannot be read are reported and left out.
   *
   * @return empty, and reported, where the file has no name to import it by
   */
  public static Optional<VariablesFile> read(YamlNode document, Diagnostics diagnostics) {
    String path = document.span().file();
    Optional<String> tenant = TenantFolder.tenant(path);
    if (TenantFolder.holds(path) && tenant.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          Span.startOf(path),
          "this file lies in no tenant's folder; move it to `tenants/<tenant>/`, or out of"
              + " `tenants/` if all may import it");
      return Optional.empty();
    }
    return MappingReader.open(document, "a file of variables", KEYS, diagnostics)
        .flatMap(reader -> read(tenant, reader, diagnostics));
  }

  private static Optional<VariablesFile> read(
      Optional<String> tenant, MappingReader reader, Diagnostics diagnostics) {
    Optional<Located<String>> name = reader.requiredText("variables");
    name.ifPresent(
        found ->
            Identifier.labelProblem(found.value())
                .ifPresent(
                    problem ->
                        diagnostics.report(DiagnosticCode.WRONG_SHAPE, found.span(), problem)));
    reader.requiredNode("let");
    List<VariableDeclaration> variables = VariablesReader.read(reader, diagnostics);
    return name.map(found -> new VariablesFile(tenant, found, variables));
  }
}
