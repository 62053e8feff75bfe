package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An explanation shows why a subject has a derived role, or has not. */
class ExplainedRolesTest {

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
                  actions: [read, edit, sign]
                  attributes: { owner: string, level: int, open: bool }
              """)
          .with(
              "roles.yaml",
              """
              roles:
                viewer: {}
                employee: {}
              derived:
                owner:
                  resources: [document]
                  subjects: [user]
                  roles: [employee]
                  when: resource.owner == subject.id && resource.level < 3
                  includes: [viewer]
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
                  id: owners-of-the-open
                  roles: [owner]
                  when: resource.open
                - permit: sign
                  id: either
                  roles: [owner, urgent]
                  valid: { from: 2026-01-01T00:00:00Z }
              """)
          .evaluator();

  @Test
  void theTreeOfARoleStandsBesideThatOfTheCondition() {
    assertThat(explain("edit", user("alice", "employee"), document("alice", 1, false)))
        .isEqualTo(
            """
            deny: no rule permits this
            ├── tenants do not matter here
            └── permit `owners-of-the-open` (document.policy.yaml:7): did not match
                ├── true   derived role `owner`
                │   └── true   all of
                │       ├── true   `resource.owner == subject.id`
                │       └── true   `resource.level < 3`
                └── false  `resource.open` (document.policy.yaml:10)
            """);
  }

  @Test
  void thePartThatIsFalseIsShownWhereItStands() {
    assertThat(explain("edit", user("alice", "employee"), document("bob", 1, true)))
        .isEqualTo(
            """
            deny: no rule permits this
            ├── tenants do not matter here
            └── permit `owners-of-the-open` (document.policy.yaml:7): did not match
                ├── false  derived role `owner`
                │   └── false  all of
                │       ├── false  `resource.owner == subject.id` (roles.yaml:9)
                │       └── -      `resource.level < 3`
                └── the subject has none of the derived roles `owner`
            """);
  }

  @Test
  void whatTheRoleRequiresBesidesIsNamed() {
    assertThat(explain("edit", user("alice"), document("alice", 1, true)))
        .contains(
            "├── false  derived role `owner`: the subject has none of the roles `employee`"
                + " (roles.yaml:9)\n");
    assertThat(explain("edit", new Entity("robot", "r"), document("alice", 1, true)))
        .contains("false  derived role `owner`: the role speaks of `user` subjects (roles.yaml:9)");
  }

  @Test
  void aRoleThatComesWithADerivedOneShowsThatOne() {
    assertThat(explain("read", user("alice", "employee"), document("alice", 1, true)))
        .contains(
            "permit `viewers` (document.policy.yaml:4): matched\n    └── true   derived role");
    assertThat(explain("read", user("alice", "viewer"), document("bob", 1, true)))
        .endsWith("matched\n    └── -      derived role `owner`\n");
  }

  @Test
  void ofSeveralRolesThoseBehindTheOneThatIsHeldDoNotMatter() {
    assertThat(explain("sign", user("alice", "employee"), document("alice", 1, true)))
        .contains("true   derived role `owner`\n")
        .endsWith("-      derived role `urgent`\n");
    assertThat(explain("sign", user("bob", "employee"), document("alice", 5, true)))
        .contains("false  derived role `owner`\n", "true   derived role `urgent`\n");
  }

  @Test
  void anErrorInARoleIsShownWhereItIs() {
    Entity unsure = new Entity("document", "d", attributes("owner", "alice", "open", true));

    assertThat(explain("edit", user("alice", "employee"), unsure))
        .contains(
            "could not be evaluated\n    ├── error  derived role `owner`\n",
            "error  `resource.level < 3`: `resource.level` is missing (roles.yaml:9)\n");
    Entity odd = new Entity("user", "alice", attributes("roles", "employee"));
    assertThat(explain("edit", odd, document("alice", 1, true)))
        .contains("error  derived role `owner`: the roles: `subject.roles`");
  }

  @Test
  void aRoleIsNotLookedAtBeforeTheTimeOfTheRule() {
    AccessRequest before =
        new AccessRequest(
            user("alice", "employee"),
            new Action("sign"),
            document("alice", 1, true),
            Attributes.NONE,
            Instant.parse("2025-12-31T00:00:00Z"));

    assertThat(EVALUATOR.explain(before).rules().get(0).roles()).isEmpty();
  }

  private static String explain(String action, Entity subject, Entity resource) {
    return ExplanationText.tree(
        EVALUATOR.explain(
            new AccessRequest(
                subject,
                new Action(action),
                resource,
                Attributes.NONE,
                Instant.parse("2026-01-01T00:00:00Z"))));
  }

  private static Entity user(String id, String... roles) {
    return new Entity("user", id, attributes("roles", List.of(roles)));
  }

  private static Entity document(String owner, int level, boolean open) {
    return new Entity("document", "d", attributes("owner", owner, "level", level, "open", open));
  }
}
