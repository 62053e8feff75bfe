package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

  @ParameterizedTest
  @CsvSource({
    "verdict.yaml, REPOSITORY",
    "verdict.yml, REPOSITORY",
    "schema.yml, SCHEMA",
    "invoices.schema.yml, SCHEMA",
    "shop/invoices/a.schema.yaml, SCHEMA",
    "roles.yml, ROLES",
    "grants.yml, GRANTS",
    "lock.policy.yml, POLICY",
    "folders/as/the team likes/lock.policy.yaml, POLICY",
    "tenants/acme/lock.policy.yml, POLICY",
    "tenants/acme/deeper/lock.policy.yaml, POLICY",
    "tenant/about-tenants.policy.yaml, POLICY",
    "talents/acme/lock.policy.yaml, POLICY",
    "tenants/acme/dates.let.yml, VARIABLES",
    "data/people.yml, DATA",
    "data/by/country.yaml, DATA",
    "tests/fixtures.yaml, FIXTURES",
    "tests/fixtures.yml, FIXTURES",
    "tests/desk.test.yml, TEST",
    "tests/deeper/desk.test.yaml, TEST",
  })
  void filesOfARepositoryAreLoaded(String path, FileKind kind) {
    assertThat(FileKind.of(path)).isEqualTo(kind);
    assertThat(kind.isLoaded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deny.Policy.yaml",
        "deny-policy.yaml",
        "deny.policy.YAML",
        "deny.policy.Yml",
        "deny.policy.ymal",
        "deny.policy.yam",
        "deny.policy",
        "Deny.Policy",
        "deny.policy.json",
        "deny.policy.yaml.txt",
        "deny.policy.yaml ",
        "tests/desk.yaml",
        "tenants/acme/desk.schema.yaml",
        "policies/tenants/acme/desk.schema.yaml",
        "desk-schema.yaml",
        "tests/fixture.yaml",
        "tests/deeper/fixtures.yaml",
        "fixtures.yaml",
        "test/desk.test.yaml",
        "Tests/desk.test.yaml",
        "desk.test.yaml",
        "Data/people.yaml",
        "role.yaml",
        "Schema.yaml",
        "policies/schema.yaml",
        "tenants/acme/roles.yaml",
        "Tenants/acme/lock.policy.yaml",
        "TENANTS/lock.policy.yaml",
        "tenant/acme/lock.policy.yaml",
        "tennants/acme/lock.policy.yaml",
        "policies/tenants/acme/lock.policy.yaml",
        "policies/tenants/lock.policy.yaml",
        "policies/Tenants/acme/dates.let.yaml",
        "tenants/acme/tenants/globex/lock.policy.yaml",
        "compose.yaml",
        "x.yml",
      })
  void whatLooksLikeOneIsUnknown(String path) {
    assertThat(FileKind.of(path)).isEqualTo(FileKind.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "LICENSE",
        "policy",
        "image.png",
        "privacy.policy.md",
        "deny.policy.yaml~",
        "Makefile",
        ".github/workflows/build.yaml",
        ".github/lock.policy.yaml",
        "policies/.lock.policy.yaml",
        ".yaml",
        "yarn.lock",
      })
  void otherFilesAreLeftAlone(String path) {
    assertThat(FileKind.of(path)).isEqualTo(FileKind.OTHER);
  }
}
