package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code *.policy.yaml}. Names are left for the checker to resolve. */
public final class PolicyFileReader {

  private static final String OPENING = "tenants-may-permit";

  private final Optional<String> tenant;
  private final Diagnostics diagnostics;

  private PolicyFileReader(Optional<String> tenant, Diagnostics diagnostics) {
    this.tenant = tenant;
    this.diagnostics = diagnostics;
  }

  /**
   * The policy of a file. Variables and rules that cannot be read are reported and left out, so
   * that the rest can still be checked.
   *
   * @return empty, and reported, where the file does not even name its policy and resource type
   */
  public static Optional<PolicyFile> read(YamlNode document, Diagnostics diagnostics) {
    String path = document.span().file();
    Optional<String> tenant = TenantFolder.tenant(path);
    if (TenantFolder.holds(path) && tenant.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          Span.startOf(path),
          "this policy lies in no tenant's folder; move it to `tenants/<tenant>/`, or out of"
              + " `tenants/` if it holds for all");
      return Optional.empty();
    }
    return MappingReader.open(
            document,
            tenant.isPresent() ? "a policy file of a tenant" : "a policy file",
            tenant.isPresent() ? RuleVocabulary.OVERLAY : RuleVocabulary.POLICY,
            diagnostics)
        .flatMap(new PolicyFileReader(tenant, diagnostics)::policy);
  }

  private Optional<PolicyFile> policy(MappingReader reader) {
    Optional<Located<String>> name = reader.requiredText("policy").filter(this::isName);
    Optional<Located<String>> resource = reader.requiredText("resource");
    List<Located<String>> opened = tenant.isPresent() ? List.of() : reader.texts(OPENING);
    List<Located<String>> imports = reader.texts("import");
    List<VariableDeclaration> variables = VariablesReader.read(reader, diagnostics);
    List<RuleDeclaration> rules = rules(reader);
    return name.flatMap(
        found ->
            resource.map(
                type -> new PolicyFile(tenant, found, type, opened, imports, variables, rules)));
  }

  private boolean isName(Located<String> name) {
    Optional<String> problem = Identifier.labelProblem(name.value());
    problem.ifPresent(
        message -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, name.span(), message));
    return problem.isEmpty();
  }

  private List<RuleDeclaration> rules(MappingReader reader) {
    reader.requiredNode("rules");
    var rules = new ArrayList<RuleDeclaration>();
    var lines = new HashMap<String, Integer>();
    for (YamlNode item : WrittenRules.of(reader.items("rules"), diagnostics)) {
      RuleReader.read(item, diagnostics)
          .filter(rule -> isNew(rule.id(), lines))
          .ifPresent(rules::add);
    }
    return rules;
  }

  private boolean isNew(Located<String> id, Map<String, Integer> lines) {
    Integer first = lines.putIfAbsent(id.value(), id.span().line());
    if (first != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          id.span(),
          "duplicate rule id `" + id.value() + "`; the first one is in line " + first);
    }
    return first == null;
  }
}
