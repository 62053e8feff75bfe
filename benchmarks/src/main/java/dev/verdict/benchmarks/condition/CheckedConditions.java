package dev.verdict.benchmarks.condition;

import dev.verdict.policy.check.CheckedPolicySet;
import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.check.PolicyChecker;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.PolicyFileReader;
import dev.verdict.policy.schema.SchemaReader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The measured condition, typed: six comparisons of attributes, of which one is needed only where
 * another fails. Of several, each compares with a status of its own, so that no two are the same.
 */
record CheckedConditions(CheckedPolicySet policies, List<Expression> conditions) {

  /** The resource type that the conditions speak of. */
  static final String RESOURCE = "invoice";

  /** How an author writes it, with another status in each. */
  static final String TEXT =
      "subject.tenant == resource.tenant"
          + " && 'invoices:read' =~ subject.scopes"
          + " && (resource.owner == subject.id || 'accountant' =~ subject.roles)"
          + " && resource.status != '%s'"
          + " && subject.level >= resource.level";

  /** The status of the first condition, and of the only one where there is only one. */
  static final String STATUS = "locked";

  private static final String SCHEMA =
      """
      subjects:
        user:
          attributes: { tenant: string, level: int, scopes: set<string>, roles: set<string> }
      resources:
        invoice:
          actions: [read]
          attributes: { tenant: string, owner: string, status: string, level: int }
      """;

  static CheckedConditions of(int count) {
    var diagnostics = new Diagnostics();
    var policy =
        PolicyFileReader.read(
            document("invoice.policy.yaml", policy(count), diagnostics), diagnostics);
    var schema = SchemaReader.read(document("schema.yaml", SCHEMA, diagnostics), diagnostics);
    CheckedPolicySet policies =
        PolicyChecker.check(
            List.of(policy.orElseThrow()),
            schema.orElseThrow(),
            StoredAttributes.NONE,
            diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException("diagnostics: " + diagnostics.sorted() + " (expected: none)");
    }
    return new CheckedConditions(
        policies,
        policies.rules().stream()
            .map(CheckedRule::condition)
            .map(condition -> condition.orElseThrow())
            .toList());
  }

  private static YamlNode document(String path, String text, Diagnostics diagnostics) {
    return YamlReader.read(new SourceFile(path, text), diagnostics)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "diagnostics: " + diagnostics.sorted() + " (expected: none)"));
  }

  private static String policy(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "  - permit: read\n    id: rule%d\n    when: %s\n"
                    .formatted(i, TEXT.formatted(i == 0 ? STATUS : STATUS + i)))
        .collect(Collectors.joining("", "policy: invoice\nresource: invoice\nrules:\n", ""));
  }
}
