package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a decision says of the later requests for which it holds. */
class CacheabilityTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string } }
                agent: { attributes: { tenant: string } }
              resources:
                document:
                  actions: [read, print, close, note, renew, sign, archive]
                  attributes: { tenant: string, ends: timestamp?, pages: int? }
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - permit: read
                  id: readers
                - permit: print
                  id: printers
                  valid: { from: 2026-01-01T00:00:00Z, until: 2026-03-01T00:00:00Z }
                - deny: print
                  id: not-in-february
                  valid: { from: 2026-02-01T00:00:00Z, until: 2026-02-15T00:00:00Z }
                - permit: close
                  id: closers
                  when: >-
                    context.now > timestamp('2026-01-01T00:00:00Z')
                    && timestamp('2026-03-01T00:00:00Z') >= context.now
                - permit: note
                  id: notes
                  when: has(resource.ends) && context.now < resource.ends
                - permit: renew
                  id: renews
                  when: has(resource.ends)
                  obligations: [{ stamp: { late: { expression: context.now > resource.ends } } }]
                - permit: sign
                  id: signs
                  when: has(resource.pages) && resource.pages * 4611686018427387904 > 0
                - permit: archive
                  id: archives
              """)
          .with(
              "tenants/acme/document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - deny: archive
                  id: not-in-spring
                  valid: { from: 2026-03-01T00:00:00Z }
              """)
          .with(
              "grants.yaml",
              """
              grants:
                - id: audit
                  subjects: { type: user, tenant: auditors }
                  tenant: acme
                  resources: [document]
                  actions: [read, print]
                  from: 2026-01-15T00:00:00Z
                  until: 2026-02-15T00:00:00Z
                  because: the yearly audit
              """)
          .evaluator();

  private static final Entity AMY = entity("user", "acme");
  private static final Entity DOCUMENT = document(attributes("tenant", "acme"));

  @Test
  void aDecisionThatHoldsAtAnotherTimeIsTheDecisionOfThatTime() {
    for (Entity subject : List.of(AMY, entity("user", "auditors"), entity("user", "globex"))) {
      for (Optional<Entity> actor : actors()) {
        for (String action : actions()) {
          for (Entity resource : resources()) {
            assertHolds(subject, actor, action, resource);
          }
        }
      }
    }
  }

  private static void assertHolds(
      Entity subject, Optional<Entity> actor, String action, Entity resource) {
    for (Instant one : instants()) {
      AccessRequest request = request(subject, actor, action, resource, one);
      Decision decision = EVALUATOR.decide(request);
      assertThat(EVALUATOR.explain(request).decision()).isEqualTo(decision);
      for (Instant other : instants()) {
        AccessRequest later = request(subject, actor, action, resource, other);
        if (decision.cacheability().holdsAt(other)) {
          assertThat(EVALUATOR.decide(later)).as("%s, then %s", request, other).isEqualTo(decision);
        } else {
          assertThat(one.equals(other) && isEverCacheable(action, decision)).isFalse();
        }
      }
    }
  }

  @Test
  void howLongDecisionsByTheRulesHoldIsKnownWithoutDeciding() {
    for (String action : actions()) {
      for (Instant now : instants()) {
        AccessRequest request = request(AMY, Optional.empty(), action, DOCUMENT, now);
        Cacheability before = EVALUATOR.cacheability(request);
        Decision decision = EVALUATOR.decide(request);
        for (Instant other : instants()) {
          if (decision.cacheability().holdsAt(other)) {
            assertThat(before.holdsAt(other)).isTrue();
          }
        }
      }
    }
  }

  private static boolean isEverCacheable(String action, Decision decision) {
    return !List.of("note", "renew").contains(action)
        && decision.reason().code() != ReasonCode.RULE_ERROR;
  }

  @Test
  void whatComesOfAnErrorHoldsForNothingElse() {
    Entity pages = document(attributes("tenant", "acme", "pages", 2L));
    Decision decision =
        EVALUATOR.decide(request(AMY, Optional.empty(), "sign", pages, at("01-01")));

    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.cacheability()).isEqualTo(Cacheability.NEVER);
  }

  @Test
  void whatReadsTheTimeOtherwiseThanAgainstAConstantHoldsForNothingElse() {
    assertThat(cacheability("note", "01-01")).isEqualTo(Cacheability.NEVER);
    assertThat(cacheability("renew", "01-01")).isEqualTo(Cacheability.NEVER);
  }

  @Test
  void anotherActionsTimesDoNotMatter() {
    assertThat(cacheability("read", "01-01")).isEqualTo(Cacheability.WHILE_SNAPSHOT);
  }

  @Test
  void aComparisonWithAConstantChangesAtOneInstant() {
    Cacheability inFebruary = cacheability("close", "02-01");

    assertThat(inFebruary.holdsAt(at("01-01"))).isFalse();
    assertThat(inFebruary.holdsAt(at("01-01").plusNanos(1))).isTrue();
    assertThat(inFebruary.holdsAt(at("03-01"))).isTrue();
    assertThat(inFebruary.holdsAt(at("03-01").plusNanos(1))).isFalse();
  }

  private static Cacheability cacheability(String action, String day) {
    AccessRequest request = request(AMY, Optional.empty(), action, DOCUMENT, at(day));
    return EVALUATOR.decide(request).cacheability();
  }

  private static List<String> actions() {
    return List.of("read", "print", "close", "note", "renew", "sign", "archive", "unknown");
  }

  private static List<Optional<Entity>> actors() {
    return List.of(
        Optional.empty(),
        Optional.of(entity("agent", "acme")),
        Optional.of(entity("user", "auditors")));
  }

  private static List<Entity> resources() {
    return List.of(
        DOCUMENT,
        document(attributes("tenant", "globex")),
        document(attributes("tenant", "acme", "ends", "2026-02-01T00:00:00Z", "pages", 2L)),
        document(Attributes.NONE));
  }

  private static List<Instant> instants() {
    var all = new ArrayList<Instant>();
    Stream.of("01-01", "01-15", "02-01", "02-15", "03-01")
        .map(CacheabilityTest::at)
        .forEach(at -> all.addAll(List.of(at.minusNanos(1), at, at.plusNanos(1))));
    return all;
  }

  private static Instant at(String day) {
    return Instant.parse("2026-" + day + "T00:00:00Z");
  }

  private static AccessRequest request(
      Entity subject, Optional<Entity> actor, String action, Entity resource, Instant now) {
    return new AccessRequest(subject, new Action(action), resource, Attributes.NONE, actor, now);
  }

  private static Entity entity(String type, String tenant) {
    return new Entity(type, type + "-of-" + tenant, attributes("tenant", tenant));
  }

  private static Entity document(Attributes attributes) {
    return new Entity("document", "d1", attributes);
  }
}
