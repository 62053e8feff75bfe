package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What roles mean: those that come with others, and those that a subject has by a condition. */
class RoleSemanticsTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: {}
                robot: {}
              resources:
                document:
                  tenant-isolated: false
                  actions: [read, edit, share, lock, print, sign]
                  attributes: { owner: string, level: int }
                page:
                  tenant-isolated: false
                  actions: [read]
              """)
          .with(
              "roles.yaml",
              """
              roles:
                admin: { includes: [editor] }
                editor: { includes: [viewer] }
                viewer: {}
                employee: {}
                chief: { includes: [employee, owner] }
              derived:
                owner:
                  resources: [document]
                  subjects: [user]
                  roles: [employee]
                  when: resource.owner == subject.id
                  includes: [editor]
                urgent:
                  resources: [document]
                  when: resource.level > 3
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - permit: read
                  id: viewers
                  roles: [viewer]
                - permit: edit
                  id: owners
                  roles: [owner]
                - permit: share
                  id: owners-or-admins
                  roles: [admin, owner]
                  when: resource.id != 'secret'
                - permit: lock
                  id: the-urgent
                  roles: [urgent, viewer]
                - permit: print
                  id: all
                - deny: print
                  id: not-the-urgent
                  roles: [urgent]
                - permit: sign
                  id: sign-the-urgent
                  roles: [urgent]
                  when: resource.id != 'secret'
              """)
          .with(
              "page.policy.yaml",
              """
              policy: page
              resource: page
              rules:
                - permit: read
                  id: viewers
                  roles: [viewer]
              """)
          .evaluator();

  @Test
  void aRoleComesWithAnotherOverAnyNumberOfSteps() {
    assertThat(isPermitted(user("bob", "viewer"), "read")).isTrue();
    assertThat(isPermitted(user("bob", "admin"), "read")).isTrue();
    assertThat(isPermitted(user("bob", "employee"), "read")).isFalse();
    assertThat(EVALUATOR.decide(request(user("bob", "admin"), "read", page())).permitted())
        .isTrue();
  }

  @Test
  void inclusionGoesOneWay() {
    assertThat(isPermitted(user("bob", "viewer"), "share")).isFalse();
  }

  @Test
  void aDerivedRoleTakesItsConditionAndItsRolesAndItsSubjectTypes() {
    assertThat(isPermitted(user("alice", "employee"), "edit")).isTrue();
    assertThat(isPermitted(user("alice"), "edit")).isFalse();
    assertThat(isPermitted(user("bob", "employee"), "edit")).isFalse();
    assertThat(isPermitted(new Entity("robot", "alice", roles("employee")), "edit")).isFalse();
  }

  @Test
  void rolesComeWithDerivedOnesAndDerivedOnesWithRoles() {
    assertThat(isPermitted(user("alice", "employee"), "read")).isTrue();
    assertThat(isPermitted(user("bob", "chief"), "edit")).isTrue();
    assertThat(isPermitted(user("alice", "chief"), "share")).isTrue();
  }

  @Test
  void aDerivedRoleCountsOnlyForItsResourceTypes() {
    assertThat(EVALUATOR.decide(request(user("alice", "employee"), "read", page())).permitted())
        .isFalse();
  }

  @Test
  void whoCallsHimselfByTheNameOfADerivedRoleDoesNotHaveIt() {
    assertThat(isPermitted(user("bob", "owner"), "edit")).isFalse();
  }

  @Test
  void aDerivedRoleInErrorLeavesTheRuleOpen() {
    Entity unsure = new Entity("document", "d1", attributes("owner", "alice"));
    Entity secret = new Entity("document", "secret", attributes("owner", "alice"));
    assertThat(code(user("bob"), "lock", unsure)).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(code(user("bob", "viewer"), "lock", unsure)).isEqualTo(ReasonCode.PERMITTED);
    assertThat(code(user("bob"), "print", unsure)).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(code(user("bob"), "sign", unsure)).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(code(user("bob"), "sign", secret)).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void rolesThatAreNoSetOfStringsAreAnErrorForDerivedOnesToo() {
    Entity odd = new Entity("user", "alice", attributes("roles", "employee"));
    assertThat(code(odd, "edit", document())).isEqualTo(ReasonCode.RULE_ERROR);
  }

  @Test
  void anExplanationNamesTheRoleThatIsMissing() {
    RuleTrace missing = trace(user("bob"), "share", document());
    assertThat(missing.match()).isEqualTo(Match.NOT_MATCHED);
    assertThat(missing.detail())
        .contains("the subject has none of the roles `admin`, `chief` and derived roles `owner`");
    RuleTrace error =
        trace(user("bob"), "sign", new Entity("document", "d1", attributes("owner", "alice")));
    assertThat(error.match()).isEqualTo(Match.ERROR);
    assertThat(error.detail()).contains("the derived roles `urgent`: `resource.level` is missing");
  }

  @Test
  void withoutAFileOfRolesAnyNameIsARole() {
    Evaluator evaluator =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects: { user: {} }
                resources: { document: { tenant-isolated: false, actions: [read] } }
                """)
            .with(
                "document.policy.yaml",
                """
                policy: document
                resource: document
                rules:
                  - permit: read
                    id: any
                    roles: [whatever]
                """)
            .evaluator();
    assertThat(evaluator.decide(request(user("bob", "whatever"), "read", document())).permitted())
        .isTrue();
  }

  private static boolean isPermitted(Entity subject, String action) {
    return EVALUATOR.decide(request(subject, action, document())).permitted();
  }

  private static ReasonCode code(Entity subject, String action, Entity resource) {
    return EVALUATOR.decide(request(subject, action, resource)).reason().code();
  }

  private static RuleTrace trace(Entity subject, String action, Entity resource) {
    return EVALUATOR.explain(request(subject, action, resource)).rules().get(0);
  }

  private static Entity user(String id, String... roles) {
    return new Entity("user", id, roles(roles));
  }

  private static Attributes roles(String... roles) {
    return attributes("roles", Arrays.asList(roles));
  }

  private static Entity document() {
    return new Entity("document", "d1", attributes("owner", "alice", "level", 1));
  }

  private static Entity page() {
    return new Entity("page", "p1");
  }

  private static AccessRequest request(Entity subject, String action, Entity resource) {
    return new AccessRequest(
        subject,
        new Action(action),
        resource,
        Attributes.NONE,
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
