package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Each type of subjects holds its tenant in an attribute of its choice: in one that other types use
 * for something else, or in none.
 */
class TenantNamesTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { tenant: org, attributes: { org: string } }
                colleague: { tenant: org, attributes: { org: string } }
                partner: { tenant: company, attributes: { company: string, org: string } }
                agent: {}
                spy: { attributes: { org: string } }
              resources:
                document: { tenant: owner, actions: [read], attributes: { owner: string } }
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - permit: read
                  id: everybody
              """)
          .evaluator();

  private static final Entity USER = subject("user", attributes("org", "acme"));

  private static Entity subject(String type, Attributes attributes) {
    return new Entity(type, "a", attributes);
  }

  private static ReasonCode code(Entity subject, Optional<Entity> actor) {
    return EVALUATOR
        .decide(
            new AccessRequest(
                subject,
                new Action("read"),
                new Entity("document", "d1", attributes("owner", "acme")),
                Attributes.NONE,
                actor,
                Instant.EPOCH))
        .reason()
        .code();
  }

  private static ReasonCode code(Entity subject) {
    return code(subject, Optional.empty());
  }

  private static ReasonCode codeOfActor(Entity actor) {
    return code(USER, Optional.of(actor));
  }

  @Test
  void eachTypeIsAskedForItsOwnAttribute() {
    assertThat(code(USER)).isEqualTo(ReasonCode.PERMITTED);
    assertThat(code(subject("colleague", attributes("org", "acme"))))
        .isEqualTo(ReasonCode.PERMITTED);
    assertThat(code(subject("partner", attributes("company", "acme", "org", "globex"))))
        .isEqualTo(ReasonCode.PERMITTED);
  }

  @Test
  void anAttributeThatIsTheTenantOfAnotherTypeIsNone() {
    assertThat(code(subject("partner", attributes("company", "globex", "org", "acme"))))
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
    assertThat(code(subject("partner", attributes("org", "acme"))))
        .isEqualTo(ReasonCode.TENANT_MISSING);
    assertThat(code(subject("spy", attributes("org", "acme"))))
        .isEqualTo(ReasonCode.TENANT_MISSING);
  }

  @Test
  void aTypeWithoutATenantHasOneOnlyWhereItActsForASubject() {
    assertThat(code(subject("agent", Attributes.NONE))).isEqualTo(ReasonCode.TENANT_MISSING);
    assertThat(codeOfActor(subject("agent", Attributes.NONE))).isEqualTo(ReasonCode.PERMITTED);
    assertThat(codeOfActor(subject("spy", attributes("org", "globex"))))
        .isEqualTo(ReasonCode.PERMITTED);
    assertThat(
            code(
                subject("partner", attributes("company", "acme", "org", "globex")),
                Optional.of(subject("agent", Attributes.NONE))))
        .isEqualTo(ReasonCode.PERMITTED);
  }

  @Test
  void anActorOfATypeWithATenantNeedsItsOwn() {
    assertThat(codeOfActor(subject("user", Attributes.NONE))).isEqualTo(ReasonCode.TENANT_MISSING);
    assertThat(codeOfActor(subject("partner", attributes("org", "acme"))))
        .isEqualTo(ReasonCode.TENANT_MISSING);
    assertThat(codeOfActor(subject("user", attributes("org", 5))))
        .isEqualTo(ReasonCode.TENANT_MISSING);
    assertThat(codeOfActor(subject("user", attributes("org", "globex"))))
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }
}
