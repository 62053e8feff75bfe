package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An action that writes is permitted only where all that it changes is granted. */
class WriteSemanticsTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: {}
                agent: {}
              resources:
                page:
                  tenant-isolated: false
                  actions:
                    read: {}
                    update: { writes: true }
                    move: { writes: true, attributes: { to: "string?" } }
                  attributes: { title: "string?", text: "string?", owner: "string?" }
              """)
          .with(
              "page.policy.yaml",
              """
              policy: page
              resource: page
              rules:
                - permit: [read, update]
                  id: writers-write
                  roles: [writer]
                  fields: { except: [owner] }
                - permit: [read, update, move]
                  id: admins-do-all
                  roles: [admin]
                - permit: update
                  id: robots-write-titles
                  subjects: [agent]
                  fields: [title]
                - deny: move
                  id: owners-stay
                  roles: [admin]
                  when: has(action.fields) && 'owner' =~ action.fields
              """)
          .evaluator();

  private static final Entity WRITER = user("writer");
  private static final Entity ADMIN = user("admin");

  @Test
  void whatIsGrantedMayBeChanged() {
    Decision decision = decide(WRITER, "update", List.of("title", "text"));

    assertThat(decision.permitted()).isTrue();
    assertThat(decision.fields()).isEqualTo(FieldGrant.except(Set.of("owner")));
  }

  @Test
  void onePropertyThatIsNotGrantedIsADenyThatNamesIt() {
    Decision decision = decide(WRITER, "update", List.of("title", "owner"));

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.fields()).isEqualTo(FieldGrant.NONE);
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
    assertThat(decision.reason().message())
        .isEqualTo("the action changes `owner`, which is not granted");
    assertThat(decision.cacheability()).isEqualTo(Cacheability.WHILE_SNAPSHOT);
  }

  @Test
  void withoutAStatementAPartialGrantIsADeny() {
    for (Attributes unstated :
        List.of(Attributes.NONE, attributes("fields", List.of()), attributes("other", 1))) {
      Decision decision = decide(WRITER, new Action("update", unstated));

      assertThat(decision.reason().code()).isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
      assertThat(decision.reason().message()).contains("does not state in `fields`");
    }
  }

  @Test
  void aGrantOfEverythingNeedsNoStatement() {
    assertThat(decide(ADMIN, new Action("update")).permitted()).isTrue();
    assertThat(decide(ADMIN, "update", List.of()).permitted()).isTrue();
    assertThat(decide(ADMIN, "update", List.of("owner", "elsewhere")).permitted()).isTrue();
  }

  @Test
  void aStatementOfAnotherTypeIsADenyWhateverIsGranted() {
    for (Object odd :
        List.of("title", 1, true, attributes("title", true), List.of("title", 1), List.of(1))) {
      for (Entity subject : List.of(WRITER, ADMIN)) {
        Decision decision = decide(subject, new Action("update", attributes("fields", odd)));

        assertThat(decision.reason().code()).isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
        assertThat(decision.reason().message())
            .isEqualTo("`fields` of the action is not a list of names");
      }
    }
  }

  /** `except: [owner]` must not open `Owner` in a store that does not tell the two apart. */
  @Test
  void aNameThatTheSchemaDoesNotHaveIsInNoPartialGrant() {
    for (String name : List.of("Owner", "ownr", "id", "type")) {
      Decision decision = decide(WRITER, "update", List.of("title", name));

      assertThat(decision.reason().code()).isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
      assertThat(decision.reason().message())
          .isEqualTo("the action changes `" + name + "`, which `page` does not have");
    }
  }

  @Test
  void aNameThatNoSchemaCouldHaveIsNotRepeated() {
    for (String name : List.of("", "owner ", "a=b\n", "x".repeat(200), "address.city")) {
      Decision decision = decide(WRITER, "update", List.of(name));

      assertThat(decision.reason().message())
          .isEqualTo("the action changes a property, which `page` does not have");
    }
  }

  @Test
  void whoeverActsForTheSubjectNeedsAllOfItToo() {
    Entity robot = new Entity("agent", "robot");

    assertThat(decideFor(WRITER, robot, List.of("title")).permitted()).isTrue();
    assertThat(decideFor(WRITER, robot, List.of("title", "text")).reason().code())
        .isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
    assertThat(decideFor(ADMIN, robot, List.of()).reason().code())
        .isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
  }

  @Test
  void anActionThatReadsHandsTheGrantOutWhateverItStates() {
    for (Object stated : List.of("odd", List.of("owner"))) {
      Decision decision = decide(WRITER, new Action("read", attributes("fields", stated)));

      assertThat(decision.permitted()).isTrue();
      assertThat(decision.fields()).isEqualTo(FieldGrant.except(Set.of("owner")));
    }
  }

  @Test
  void rulesMayReadWhatTheActionChanges() {
    assertThat(decide(ADMIN, "move", List.of("title")).permitted()).isTrue();
    assertThat(decide(ADMIN, "move", List.of("owner")).reason().code())
        .isEqualTo(ReasonCode.DENIED_BY_RULE);
  }

  @Test
  void anExplanationComesToTheSameDecision() {
    AccessRequest request = request(WRITER, action("update", List.of("owner")), Optional.empty());

    assertThat(EVALUATOR.explain(request).decision()).isEqualTo(EVALUATOR.decide(request));
    assertThat(EVALUATOR.explain(request).rules()).isNotEmpty();
  }

  @Test
  void whatAnActionChangesIsWaitedForWhereItCouldBeKnown() {
    var fields = new RequestAttribute(Part.ACTION, "fields");
    AccessRequest unstated = request(WRITER, new Action("update"), Optional.empty());
    AccessRequest stated = request(WRITER, action("update", List.of("title")), Optional.empty());

    assertThat(EVALUATOR.decide(unstated, fields::equals))
        .isEqualTo(new PartialDecision.Undecided(Set.of(fields)));
    assertThat(EVALUATOR.decide(stated, fields::equals))
        .isEqualTo(new PartialDecision.Decided(EVALUATOR.decide(stated)));
  }

  private static Decision decide(Entity subject, String action, List<String> changed) {
    return decide(subject, action(action, changed));
  }

  private static Decision decide(Entity subject, Action action) {
    return EVALUATOR.decide(request(subject, action, Optional.empty()));
  }

  private static Decision decideFor(Entity subject, Entity actor, List<String> changed) {
    return EVALUATOR.decide(request(subject, action("update", changed), Optional.of(actor)));
  }

  private static Action action(String name, List<String> changed) {
    return new Action(name, attributes("fields", changed));
  }

  private static AccessRequest request(Entity subject, Action action, Optional<Entity> actor) {
    return new AccessRequest(
        subject, action, new Entity("page", "p1"), Attributes.NONE, actor, Instant.EPOCH);
  }

  private static Entity user(String role) {
    return new Entity("user", "ann", attributes("roles", List.of(role)));
  }
}
