package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rules about actors mean: they speak of the actor's half, and of nothing else. */
class ActorSemanticsTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string, level: int? } }
                assistant: { attributes: { vendor: string? } }
                robot: {}
              resources:
                document:
                  actions: [read, write, share, print, send, burn]
                  attributes: { tenant: string, owner: string, note: string? }
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              let:
                isOwner: resource.owner == subject.id
              rules:
                - permit: [read, write, share, print, send, burn]
                  id: owner
                  subjects: [user]
                  when: isOwner
                - permit: read
                  id: assistants-read-for-owners
                  actors: [assistant]
                  subjects: [user]
                  fields: { except: [note] }
                  when: isOwner && (actor.vendor ?? '') == 'acme'
                - permit: write
                  id: assistants-write-anything
                  actors: [assistant]
                - permit: share
                  id: anybody
                - deny: share
                  id: assistants-share-nothing
                  actors: [assistant]
                - permit: print
                  id: printers
                  actors: [robot]
                  roles: [printer]
                  scopes: [print]
                - permit: send
                  id: senior-owners-let-send
                  actors: [assistant]
                  subjects: [user]
                  when: has(subject.level) && subject.level > 3
                  obligations:
                    - audit: { by: { expression: actor.id }, of: { expression: subject.id } }
                - permit: burn
                  id: burns
                  actors: [assistant]
                  subjects: [assistant]
              """)
          .evaluator();

  private static final Entity ALICE = user("alice");
  private static final Entity BOB = user("bob");
  private static final Entity ACME = new Entity("assistant", "a1", attributes("vendor", "acme"));
  private static final Entity OTHER = new Entity("assistant", "a2", attributes("vendor", "other"));

  @Test
  void whereTheUserMayAndTheActorMayNotItIsADeny() {
    assertThat(isPermitted(ALICE, "read")).isTrue();
    assertThat(decide(ALICE, "read", OTHER).permitted()).isFalse();
    assertThat(decide(ALICE, "read", OTHER).reason().message())
        .startsWith("the actor is not permitted: ");
  }

  @Test
  void whereTheActorMayAndTheUserMayNotItIsADeny() {
    assertThat(isPermitted(BOB, "write")).isFalse();
    assertThat(decide(BOB, "write", ACME).permitted()).isFalse();
  }

  @Test
  void whereBothMayItIsAPermit() {
    assertThat(decide(ALICE, "read", ACME).permitted()).isTrue();
    assertThat(decide(ALICE, "write", OTHER).permitted()).isTrue();
  }

  @Test
  void whatTheActorMayTouchNarrowsWhatTheUserMay() {
    assertThat(decide(ALICE, "read", ACME).fields()).isEqualTo(FieldGrant.except(Set.of("note")));
  }

  @Test
  void aRuleAboutActorsSaysNothingWithoutAnActor() {
    assertThat(isPermitted(ACME, "write")).isFalse();
    assertThat(isPermitted(BOB, "write")).isFalse();
    assertThat(isPermitted(ALICE, "share")).isTrue();
  }

  @Test
  void aDenyAboutActorsDeniesTheActorOnly() {
    assertThat(decide(ALICE, "share", ACME).permitted()).isFalse();
    assertThat(decide(ALICE, "share", BOB).permitted()).isTrue();
  }

  @Test
  void rolesAndScopesAreTheActors() {
    Entity printer = new Entity("robot", "r1", attributes("roles", List.of("printer")));
    Entity scoped =
        new Entity("user", "alice", attributes("tenant", "acme", "scopes", List.of("print")));
    Entity role =
        new Entity("user", "alice", attributes("tenant", "acme", "roles", List.of("printer")));
    assertThat(decide(scoped, "print", printer).permitted()).isTrue();
    assertThat(decide(ALICE, "print", printer).permitted()).isFalse();
    assertThat(decide(role, "print", new Entity("robot", "r2")).permitted()).isFalse();
  }

  @Test
  void theSubjectOfTheConditionIsWhoIsActedFor() {
    Entity senior = new Entity("user", "alice", attributes("tenant", "acme", "level", 5));
    Decision decision = decide(senior, "send", OTHER);
    assertThat(decision.permitted()).isTrue();
    assertThat(decision.obligations())
        .extracting(duty -> duty.properties())
        .containsExactly(attributes("by", "a2", "of", "alice"));
    assertThat(decide(ALICE, "send", OTHER).permitted()).isFalse();
  }

  @Test
  void subjectsSayForWhomAnActorActs() {
    assertThat(decide(ALICE, "burn", ACME).permitted()).isFalse();
  }

  @Test
  void anActorOfAnUnknownTypeIsRefused() {
    assertThat(decide(ALICE, "write", new Entity("ghost", "g")).reason().code())
        .isEqualTo(ReasonCode.UNKNOWN_SUBJECT_TYPE);
  }

  @Test
  void anExplanationSaysThatTheRuleIsAboutActors() {
    RuleTrace alone = EVALUATOR.explain(request(BOB, "write", Optional.empty())).rules().get(1);
    assertThat(alone.rule().rule()).isEqualTo("assistants-write-anything");
    assertThat(alone.detail())
        .contains("the rule speaks of `assistant` acting for `assistant`, `robot`, `user`");
    assertThat(EVALUATOR.explain(request(ALICE, "burn", Optional.of(ACME))).rules())
        .extracting(RuleTrace::detail)
        .endsWith(Optional.of("the rule speaks of `assistant` acting for `assistant`"));
  }

  private static boolean isPermitted(Entity subject, String action) {
    return EVALUATOR.decide(request(subject, action, Optional.empty())).permitted();
  }

  private static Decision decide(Entity subject, String action, Entity actor) {
    return EVALUATOR.decide(request(subject, action, Optional.of(actor)));
  }

  private static AccessRequest request(Entity subject, String action, Optional<Entity> actor) {
    return new AccessRequest(
        subject,
        new Action(action),
        new Entity("document", "d1", attributes("tenant", "acme", "owner", "alice")),
        Attributes.NONE,
        actor,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static Entity user(String id) {
    return new Entity("user", id, attributes("tenant", "acme"));
  }
}
