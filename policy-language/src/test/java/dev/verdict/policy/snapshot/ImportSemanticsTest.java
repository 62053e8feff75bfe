package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What variables mean that policies import. */
class ImportSemanticsTest {

  private static final Repository REPOSITORY =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects: { user: { attributes: { tenant: string } } }
              resources:
                invoice:
                  actions: [read]
                  attributes: { tenant: string, owner: string }
                letter:
                  actions: [read]
                  attributes: { tenant: string, owner: string }
              """)
          .with(
              "shared/ownership.let.yaml",
              """
              variables: ownership
              let:
                isOwner: isNamed && resource.owner == subject.id
                isNamed: resource.owner != ''
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              tenants-may-permit: [read]
              import: ownership
              rules:
                - permit: read
                  id: owner
                  when: isOwner
              """)
          .with(
              "letter.policy.yaml",
              """
              policy: letter
              resource: letter
              import: [ownership]
              let:
                isOpen: isOwner || resource.id == 'open'
              rules:
                - permit: read
                  id: owner
                  when: isOpen
              """)
          .with(
              "tenants/acme/houses.let.yaml",
              """
              variables: houses
              let:
                isGuest: subject.id == 'guest'
              """)
          .with(
              "tenants/acme/invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              import: [houses, ownership]
              rules:
                - permit: read
                  id: guests
                  when: isGuest && !isOwner
              """);

  @Test
  void oneDefinitionServesPoliciesOnSeveralResourceTypes() {
    assertThat(isPermitted("alice", "invoice", "acme")).isTrue();
    assertThat(isPermitted("alice", "letter", "acme")).isTrue();
    assertThat(isPermitted("bob", "invoice", "acme")).isFalse();
    assertThat(isPermitted("bob", "letter", "acme")).isFalse();
  }

  @Test
  void whatATenantDefinesServesItsOwnPolicies() {
    assertThat(isPermitted("guest", "invoice", "acme")).isTrue();
    assertThat(isPermitted("guest", "invoice", "globex")).isFalse();
  }

  @Test
  void nothingIsSaidAboutARepositoryThatUsesAllItImports() {
    assertThat(REPOSITORY.load().report()).isEmpty();
  }

  private static boolean isPermitted(String subject, String type, String tenant) {
    return REPOSITORY
        .evaluator()
        .decide(
            new AccessRequest(
                new Entity("user", subject, attributes("tenant", tenant)),
                new Action("read"),
                new Entity(type, "i1", attributes("tenant", tenant, "owner", "alice")),
                Attributes.NONE,
                Instant.parse("2026-01-01T00:00:00Z")))
        .permitted();
  }
}
