package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A property that the schema does not know never turns a deny into a permit. */
class UnknownPropertiesTest {

  private static final String SCHEMA =
      """
      types:
        Home: { closed: bool?, city: string? }
      entities:
        group: { in: [group] }
      subjects:
        user:
          attributes: { blocked: bool?, home: Home?, homes: list<Home>?, age: int?, member: ref<group>? }
        agent: {}
      resources:
        room: { tenant-isolated: false, actions: [use], attributes: { locked: bool? } }
        desk:
          tenant-isolated: false
          actions: { use: { attributes: { force: bool? } } }
          attributes: { group: string?, groups: set<string>? }
      context: { alarm: bool? }
      """;
  private static final String POLICY =
      """
      policy: desk
      resource: desk
      rules:
        - { permit: use, id: all }
        - { deny: use, id: blocked, subjects: [user], when: subject.blocked ?? false }
        - { deny: use, id: at-home, subjects: [user], when: subject.home.closed ?? false }
        - { deny: use, id: old, subjects: [user], when: has(subject.age) && subject.age > 90 }
        - { deny: use, id: group, when: (resource.group ?? '') == 'closed' }
        - { deny: use, id: forced, when: action.force ?? false }
        - { deny: use, id: alarm, when: context.alarm ?? false }
        - { deny: use, id: contractors, roles: [contractor] }
        - deny: use
          id: in-blocked-group
          subjects: [user]
          when: has(subject.member) && within(subject.member, 'blocked')
      """;
  private static final Evaluator EVALUATOR = evaluator("undeclared-names: [roles, scopes]");
  private static final Evaluator STRICT =
      evaluator("{ undeclared-names: [roles, scopes], unknown-properties: deny }");

  private static Evaluator evaluator(String own) {
    return new Repository()
        .with("verdict.yaml", own)
        .with("schema.yaml", SCHEMA)
        .with("desk.policy.yaml", POLICY)
        .with(
            "agents.policy.yaml",
            "{ policy: agents, resource: room, rules: ["
                + "{ permit: use, id: readers, scopes: [rooms:use], subjects: [user, agent] }] }")
        .with("data/all.yaml", "subjects: { user: { stored: { blocked: false } } }")
        .evaluator();
  }

  private static Decision ofUser(Object... properties) {
    return EVALUATOR.decide(request(attributes(properties), Attributes.NONE));
  }

  private static AccessRequest request(Attributes subject, Attributes resource) {
    return new AccessRequest(
        new Entity("user", "ann", subject),
        new Action("use"),
        new Entity("desk", "d1", resource),
        Attributes.NONE,
        Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Blocked",
        "BLOCKED",
        "block_ed",
        "blocked-",
        "bloked",
        "blockedd",
        "blockde",
        "blacked"
      })
  void whatIsNearlyADeclaredNameIsAnErrorOfTheRulesThatReadIt(String name) {
    Decision decision = ofUser(name, true);

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.reason().message())
        .contains("`blocked`", "there is no `subject.blocked`, but `" + name + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blockedSince", "color", "blob", "ag", "ages"})
  void anyOtherNameIsMerelyUnknownAndTold(String name) {
    AccessRequest request = request(attributes(name, 1), Attributes.NONE);

    assertThat(EVALUATOR.decide(request).permitted()).isTrue();
    assertThat(EVALUATOR.explain(request).undeclared()).hasToString("[subject." + name + "]");
    assertThat(ExplanationText.tree(EVALUATOR.explain(request)))
        .contains("not used: subject." + name + ", which the schema does not know");
  }

  @Test
  void caseAndHyphensCountForShortNamesToo() {
    assertThat(ofUser("Age", 99).permitted()).isFalse();
    assertThat(ofUser("a-ge", 99).permitted()).isFalse();
  }

  @Test
  void besideTheRightNameItIsMerelyUnknown() {
    assertThat(ofUser("blocked", false, "Blocked", true).permitted()).isTrue();
  }

  @Test
  void anotherDeclaredNameMeansItself() {
    Decision decision =
        EVALUATOR.decide(request(Attributes.NONE, attributes("groups", List.of("open"))));

    assertThat(decision.permitted()).isTrue();
    assertThat(
            EVALUATOR.decide(request(Attributes.NONE, attributes("Group", "closed"))).permitted())
        .isFalse();
  }

  @Test
  void membersOfRecordsAreNamesToo() {
    Decision decision = ofUser("home", attributes("Closed", true));

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().message())
        .contains("`subject.home` is not a `Home`: it has no `closed`, but `Closed`");
    assertThat(ofUser("home", attributes("closed", false, "Closed", true)).permitted()).isTrue();
    assertThat(ofUser("home", attributes("color", "red")).permitted()).isTrue();
  }

  @Test
  void soIsWhatAReferenceSaysThatItLiesIn() {
    assertThat(ofUser("member", attributes("id", "g", "in", List.of("blocked"))).permitted())
        .isFalse();
    assertThat(ofUser("member", attributes("id", "g", "In", List.of("blocked"))).permitted())
        .isFalse();
    assertThat(ofUser("member", attributes("id", "g")).permitted()).isTrue();
  }

  @Test
  void rolesAreNoExceptionAndTellWhichRuleReadThem() {
    Decision decision = ofUser("Roles", List.of("contractor"));

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().message()).contains("`contractors`", "`Roles`");
  }

  @Test
  void actionAndContextAreNoExceptions() {
    assertThat(
            EVALUATOR
                .decide(
                    new AccessRequest(
                        new Entity("user", "ann"),
                        new Action("use", attributes("Force", true)),
                        new Entity("desk", "d1"),
                        Attributes.NONE,
                        Instant.EPOCH))
                .permitted())
        .isFalse();
    assertThat(
            EVALUATOR
                .decide(
                    new AccessRequest(
                        new Entity("user", "ann"),
                        new Action("use"),
                        new Entity("desk", "d1"),
                        attributes("alarms", true),
                        Instant.EPOCH))
                .permitted())
        .isFalse();
  }

  @Test
  void whatIsStoredCountsWhateverIsWrittenBesideIt() {
    AccessRequest request =
        new AccessRequest(
            new Entity("user", "stored", attributes("Blocked", true)),
            new Action("use"),
            new Entity("desk", "d1"),
            Attributes.NONE,
            Optional.empty(),
            Instant.EPOCH,
            Entitlement.ORDINARY);

    assertThat(EVALUATOR.decide(request).permitted()).isTrue();
  }

  @Test
  void anActorWithMisspeltScopesDoesNotActWithThoseOfTheSubject() {
    assertThat(actor("agent", Attributes.NONE).permitted()).isTrue();
    assertThat(actor("agent", attributes("Scopes", List.of("rooms:see"))).permitted()).isFalse();
  }

  private static Decision actor(String type, Attributes ofActor) {
    return EVALUATOR.decide(
        new AccessRequest(
            new Entity("user", "ann", attributes("scopes", List.of("rooms:use"))),
            new Action("use"),
            new Entity("room", "r1"),
            Attributes.NONE,
            Optional.of(new Entity(type, "bot", ofActor)),
            Instant.EPOCH,
            Entitlement.FULL));
  }

  @Test
  void aRepositoryCanRefuseEveryPropertyThatItDoesNotKnow() {
    Decision decision = STRICT.decide(request(attributes("color", "red"), Attributes.NONE));

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.UNKNOWN_PROPERTY);
    assertThat(decision.reason().message()).contains("`subject.color`").doesNotContain("red");
    assertThat(code(request(Attributes.NONE, attributes("color", "red"))))
        .isEqualTo(ReasonCode.UNKNOWN_PROPERTY);
    assertThat(code(request(attributes("home", attributes("color", "red")), Attributes.NONE)))
        .isEqualTo(ReasonCode.UNKNOWN_PROPERTY);
    assertThat(
            code(
                request(
                    attributes("homes", List.of(attributes("city", "Graz", "color", "red"))),
                    Attributes.NONE)))
        .isEqualTo(ReasonCode.UNKNOWN_PROPERTY);
    assertThat(code(request(attributes("blocked", false), attributes("group", "open"))))
        .isEqualTo(ReasonCode.PERMITTED);
  }

  @Test
  void theContextIsNeverRefusedAsAWhole() {
    AccessRequest request =
        new AccessRequest(
            new Entity("user", "ann"),
            new Action("use"),
            new Entity("desk", "d1"),
            attributes("trace", "4711"),
            Instant.EPOCH);

    assertThat(STRICT.decide(request).permitted()).isTrue();
    assertThat(STRICT.explain(request).undeclared()).hasToString("[context.trace]");
  }

  @Test
  void anUnknownPropertyOfAnActorIsRefusedUnderItsName() {
    AccessRequest request =
        new AccessRequest(
            new Entity("user", "ann", attributes("scopes", List.of("rooms:use"))),
            new Action("use"),
            new Entity("room", "r1"),
            Attributes.NONE,
            Optional.of(new Entity("agent", "bot", attributes("vendor", "x"))),
            Instant.EPOCH,
            Entitlement.FULL);

    assertThat(STRICT.decide(request).reason().message()).contains("`actor.vendor`");
  }

  private static ReasonCode code(AccessRequest request) {
    return STRICT.decide(request).reason().code();
  }
}
