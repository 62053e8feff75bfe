package dev.verdict.policy.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {

  private final Diagnostics diagnostics = new Diagnostics();

  private Optional<Schema> read(String text) {
    return SchemaReader.read(Yaml.parse("schema.yaml", text), diagnostics);
  }

  private Schema valid(String text) {
    return read(text).orElseThrow(() -> new AssertionError(diagnostics.sorted().toString()));
  }

  @Test
  void aSchemaSaysWhatExists() {
    Schema schema =
        valid(
            """
            subjects:
              user:
                tenant: company
                attributes:
                  company: string
                  approvalLimit: int?
                  department: enum(sales, finance)?
                  badge: { type: string, from: [data], sensitive: true }
                  age: { type: "int?", from: request }
              service: {}
            resources:
              invoice:
                actions: [read, approve]
                attributes:
                  tenant: string?
                  amount: decimal
                  due: timestamp
                  paid: bool
                  tags: set<string>?
                  steps: list<int>
              country:
                tenant-isolated: false
                actions: { read: {}, delete: { attributes: { soft: bool? } } }
            context: { ip: string? }
            """);

    SubjectType user = schema.subjects().get("user");
    assertThat(user.tenantAttribute()).contains("company");
    assertThat(user.attributes().get("approvalLimit"))
        .isEqualTo(new AttributeDeclaration("approvalLimit", Type.Simple.INT, true, true, true));
    assertThat(user.attributes().get("department").type())
        .isEqualTo(new Type.Enumeration(List.of("sales", "finance")));
    assertThat(user.attributes().get("badge"))
        .isEqualTo(
            new AttributeDeclaration(
                "badge", Type.Simple.STRING, false, false, true, true, Optional.empty()));
    assertThat(user.attributes().get("age"))
        .isEqualTo(new AttributeDeclaration("age", Type.Simple.INT, true, true, false));
    assertThat(schema.subjects().get("service").tenantAttribute()).isEmpty();
    ResourceType invoice = schema.resources().get("invoice");
    assertThat(invoice.tenantAttribute()).contains("tenant");
    assertThat(invoice.actions()).containsOnlyKeys("read", "approve");
    assertThat(invoice.attributes().get("tags").type())
        .isEqualTo(new Type.SetOf(Type.Simple.STRING));
    assertThat(invoice.attributes().get("steps").type())
        .isEqualTo(new Type.ListOf(Type.Simple.INT));
    ResourceType country = schema.resources().get("country");
    assertThat(country.tenantAttribute()).isEmpty();
    assertThat(country.actions().get("delete").span()).hasToString("schema.yaml:23:26");
    assertThat(country.actions().get("delete").attributes()).containsOnlyKeys("soft");
    assertThat(schema.context()).containsOnlyKeys("ip");
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void everySubjectTypeHasRolesAndScopes() {
    Schema schema = valid("{ subjects: { user: {} }, resources: {} }");

    var strings = new Type.SetOf(Type.Simple.STRING);
    assertThat(schema.subjects().get("user").attributes().values())
        .containsExactlyInAnyOrder(
            new AttributeDeclaration("roles", strings, true, true, true),
            new AttributeDeclaration("scopes", strings, true, true, true));
  }

  @Test
  void aSchemaMaySayWhereRolesComeFrom() {
    Schema schema =
        valid(
            """
            subjects:
              user: { attributes: { roles: { type: "set<string>?", from: data } } }
            resources: {}
            """);

    assertThat(schema.subjects().get("user").attributes().get("roles").fromRequest()).isFalse();
  }

  @Test
  void aResourceTypeWithoutTenantIsNoSchema() {
    Optional<Schema> schema =
        read(
            """
            subjects: {}
            resources:
              invoice:
                actions: read
            """);

    assertThat(schema).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .startsWith("`invoice` has no attribute that holds its tenant");
  }
}
