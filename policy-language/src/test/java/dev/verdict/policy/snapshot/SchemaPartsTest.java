package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SchemaPartsTest {

  private static final String SUBJECTS = "subjects: { user: { attributes: { home: address? } } }\n";
  private static final String INVOICES =
      "resources: { invoice: { tenant-isolated: false, actions: [read] } }\n";
  private static final String TENANT_INVOICES =
      "resources: { invoice: { actions: [read], attributes: { tenant: string } } }\n";
  private static final String POLICY =
      """
      policy: %1$s
      resource: %1$s
      rules:
        - permit: read
          id: all-read
      """;

  @Test
  void whatIsDeclaredInOnePartIsKnownInAll() {
    Repository repository =
        new Repository()
            .with("schema.yaml", SUBJECTS + "resources: {}\n")
            .with("shared/types.schema.yml", "types: { address: { city: string } }\n")
            .with("shop/invoice.schema.yaml", INVOICES)
            .with("shop/invoice.policy.yaml", POLICY.formatted("invoice"));

    assertThat(read(repository, "invoice").permitted()).isTrue();
  }

  @Test
  void aSchemaMayConsistOfPartsOnly() {
    Repository repository =
        new Repository()
            .with("users.schema.yaml", "subjects: { user: {} }\n")
            .with("invoice.schema.yaml", INVOICES)
            .with("invoice.policy.yaml", POLICY.formatted("invoice"));

    assertThat(read(repository, "invoice").permitted()).isTrue();
  }

  @Test
  void aTypeThatTwoPartsDeclareIsAnErrorThatNamesBothPlaces() {
    assertThat(report("a.schema.yaml", INVOICES, "b.schema.yaml", INVOICES))
        .contains("error[duplicate-name]")
        .contains("b.schema.yaml:1:14")
        .contains("`invoice` is already declared at a.schema.yaml:1:14");
  }

  @Test
  void tenantsOfAllPartsAreDeclared() {
    String report =
        new Repository()
            .with(
                "schema.yaml",
                "tenants: acme\nsubjects: { user: { tenant: home, attributes: { home: string } } }\nresources: {}\n")
            .with("more.schema.yaml", "tenants: [globex]\n")
            .with("invoice.schema.yaml", TENANT_INVOICES)
            .with("tenants/acme/invoice.policy.yaml", POLICY.formatted("invoice"))
            .with("tenants/globex/invoice.policy.yaml", POLICY.formatted("invoice"))
            .with("tenants/initech/invoice.policy.yaml", POLICY.formatted("invoice"))
            .load()
            .report();

    assertThat(report).contains("initech").doesNotContain("`globex`", "`acme`");
  }

  @Test
  void aPartOfAnotherShapeIsToldWhereItStands() {
    assertThat(report("a.schema.yaml", "subjects: { user: {} }\n", "b.schema.yaml", "[invoice]\n"))
        .contains("b.schema.yaml:1")
        .contains("the schema must be a mapping, not a list");
    assertThat(
            report(
                "a.schema.yaml",
                "subjects: { user: {} }\n" + INVOICES,
                "b.schema.yaml",
                "resources: [desk]\n"))
        .contains("b.schema.yaml:1")
        .contains("`resources` must be a mapping, not a list");
  }

  @Test
  void anUnknownKeyOfAnyPartIsTold() {
    assertThat(
            report(
                "a.schema.yaml",
                "subjects: { user: {} }\n" + INVOICES,
                "b.schema.yaml",
                "environment: {}\n"))
        .contains("b.schema.yaml:1")
        .contains("unknown key `environment` in the schema; write `context`");
  }

  @Test
  void aSectionThatNoPartHasIsMissing() {
    assertThat(report("a.schema.yaml", INVOICES, "b.schema.yaml", "types: {}\n"))
        .contains("the schema needs the key `subjects`");
  }

  @Test
  void aTenantHasNoSchemaOfItsOwn() {
    assertThat(report("schema.yaml", SUBJECTS, "tenants/acme/invoice.schema.yaml", INVOICES))
        .contains("error[file-unknown-kind]")
        .contains("did you mean `invoice.schema.yaml`?");
  }

  @Test
  void tenThousandResourceTypesLoad() {
    var repository = new Repository().with("schema.yaml", "subjects: { user: {} }\n");
    for (int part = 0; part < 100; part++) {
      var text = new StringBuilder("resources:\n");
      for (int i = 0; i < 100; i++) {
        text.append("  kind-").append(part * 100 + i).append(":\n");
        text.append("    tenant-isolated: false\n    actions: [read, update, delete]\n");
        text.append("    attributes: { owner: string, amount: int?, status: \"enum(a, b)\" }\n");
      }
      repository.with("kinds/" + part + ".schema.yaml", text.toString());
    }
    repository.with("last.policy.yaml", POLICY.formatted("kind-9999"));

    assertThat(read(repository, "kind-9999").permitted()).isTrue();
  }

  private static String report(String one, String ofOne, String other, String ofOther) {
    LoadResult result = new Repository().with(one, ofOne).with(other, ofOther).load();
    assertThat(result.snapshot()).isEmpty();
    return result.report();
  }

  private static Decision read(Repository repository, String type) {
    return repository
        .evaluator()
        .decide(
            new AccessRequest(
                new Entity("user", "alice"),
                new Action("read"),
                new Entity(type, "1"),
                Attributes.NONE,
                Instant.EPOCH));
  }
}
