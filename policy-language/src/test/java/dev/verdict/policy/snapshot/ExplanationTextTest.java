package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

  private static final Repository REPOSITORY =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string, level: int } }
                agent: {}
              resources:
                invoice:
                  actions: [read, pay]
                  attributes: { tenant: string, owner: string, paid: bool, state: string }
                note: { tenant-isolated: false, actions: [read] }
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              let:
                isOwner: resource.owner == subject.id
                mayRead: isOwner || subject.level > 3
              rules:
                - permit: read
                  id: reads
                  subjects: [user]
                  when: >-
                    mayRead
                    && !resource.paid && (isOwner ? resource.state == 'new' : true)
                - permit: read
                  id: agents-read
                  subjects: [agent]
                - deny: read
                  id: banned
                  roles: [banned]
                - deny: read
                  id: late
                  valid: { from: 2030-01-01T00:00:00Z }
                  when: resource.paid
              """);

  private static String explain(Entity subject, Entity resource, Entity... actor) {
    return ExplanationText.tree(
        REPOSITORY
            .evaluator()
            .explain(
                new AccessRequest(
                    subject,
                    new Action("read", Attributes.NONE),
                    resource,
                    Attributes.NONE,
                    actor.length == 0 ? Optional.empty() : Optional.of(actor[0]),
                    Instant.parse("2026-01-01T00:00:00Z"))));
  }

  private static Entity user(Object... attributes) {
    return new Entity("user", "ann", attributes(attributes));
  }

  private static Entity invoice(Object... attributes) {
    return new Entity("invoice", "i-1", attributes(attributes));
  }

  @Test
  void everyPartThatMatteredIsShown() {
    assertThat(
            explain(
                user("tenant", "acme", "level", 1),
                invoice("tenant", "acme", "owner", "ann", "paid", false, "state", "new")))
        .isEqualTo(
            """
            permit: rule `reads` permits this
            ├── the tenant guard lets it pass
            ├── permit `reads` (invoice.policy.yaml:7): matched
            │   └── true   all of
            │       ├── true   `mayRead`
            │       │   └── true   one of
            │       │       ├── true   `isOwner`
            │       │       │   └── true   `resource.owner == subject.id`
            │       │       └── -      `subject.level > 3`
            │       ├── true   `!resource.paid`
            │       │   └── false  `resource.paid` (invoice.policy.yaml:12)
            │       └── true   `isOwner ? resource.state == 'new' : true`
            │           ├── true   `isOwner`
            │           ├── true   `resource.state == 'new'`
            │           └── -      `true`
            ├── permit `agents-read` (invoice.policy.yaml:13): did not match
            │   └── the rule speaks of `agent` subjects
            ├── deny `banned` (invoice.policy.yaml:16): did not match
            │   └── the subject has none of the roles `banned`
            └── deny `late` (invoice.policy.yaml:19): did not match
                └── the rule is valid from 2030-01-01T00:00:00Z only
            """);
  }

  @Test
  void whatChangedNothingAnyMoreIsNotLookedAt() {
    assertThat(
            explain(
                user("tenant", "acme", "level", 1),
                invoice("tenant", "acme", "owner", "bob", "paid", false)))
        .isEqualTo(
            """
            deny: no rule permits this
            ├── the tenant guard lets it pass
            ├── permit `reads` (invoice.policy.yaml:7): did not match
            │   └── false  all of
            │       ├── false  `mayRead`
            │       │   └── false  one of
            │       │       ├── false  `isOwner`
            │       │       │   └── false  `resource.owner == subject.id` (invoice.policy.yaml:4)
            │       │       └── false  `subject.level > 3` (invoice.policy.yaml:5)
            │       ├── -      `!resource.paid`
            │       └── -      `isOwner ? resource.state == 'new' : true`
            ├── permit `agents-read` (invoice.policy.yaml:13): did not match
            │   └── the rule speaks of `agent` subjects
            ├── deny `banned` (invoice.policy.yaml:16): did not match
            │   └── the subject has none of the roles `banned`
            └── deny `late` (invoice.policy.yaml:19): did not match
                └── the rule is valid from 2030-01-01T00:00:00Z only
            """);
  }

  @Test
  void anErrorIsShownWhereItHappened() {
    assertThat(explain(user("tenant", "acme"), invoice("tenant", "acme", "owner", "bob")))
        .isEqualTo(
            """
            deny: rule `reads` (invoice.policy.yaml:7) could not be evaluated: `subject.level` is missing
            ├── the tenant guard lets it pass
            ├── permit `reads` (invoice.policy.yaml:7): could not be evaluated
            │   └── error  all of
            │       ├── error  `mayRead`
            │       │   └── error  one of
            │       │       ├── false  `isOwner`
            │       │       │   └── false  `resource.owner == subject.id` (invoice.policy.yaml:4)
            │       │       └── error  `subject.level > 3`: `subject.level` is missing (invoice.policy.yaml:5)
            │       ├── error  `!resource.paid`
            │       │   └── error  `resource.paid`: `resource.paid` is missing (invoice.policy.yaml:12)
            │       └── true   `isOwner ? resource.state == 'new' : true`
            │           ├── false  `isOwner` (invoice.policy.yaml:12)
            │           ├── -      `resource.state == 'new'`
            │           └── true   `true`
            ├── permit `agents-read` (invoice.policy.yaml:13): did not match
            │   └── the rule speaks of `agent` subjects
            ├── deny `banned` (invoice.policy.yaml:16): did not match
            │   └── the subject has none of the roles `banned`
            └── deny `late` (invoice.policy.yaml:19): did not match
                └── the rule is valid from 2030-01-01T00:00:00Z only
            """);
  }

  @Test
  void theTenantGuardComesFirst() {
    assertThat(explain(user("tenant", "acme"), invoice("tenant", "globex")))
        .isEqualTo(
            """
            deny: the subject and the resource belong to different tenants
            ├── the subject and the resource belong to different tenants
            └── no rule is asked
            """);
  }

  @Test
  void whereTenantsDoNotMatterTheTreeSaysSo() {
    assertThat(explain(user(), new Entity("note", "n", Attributes.NONE)))
        .isEqualTo(
            """
            deny: no rule permits this
            ├── tenants do not matter here
            └── no rule speaks of this resource type and action
            """);
  }

  @Test
  void subjectAndActorHaveABranchEach() {
    assertThat(
            explain(
                user("tenant", "acme", "level", 5),
                invoice("tenant", "acme", "owner", "bob", "paid", false, "state", "new"),
                new Entity("agent", "bot", Attributes.NONE)))
        .isEqualTo(
            """
            permit: rule `reads` permits this
            also: rule `agents-read` permits this
            ├── the subject, user `ann`
            │   ├── the tenant guard lets it pass
            │   ├── permit `reads` (invoice.policy.yaml:7): matched
            │   │   └── true   all of
            │   │       ├── true   `mayRead`
            │   │       │   └── true   one of
            │   │       │       ├── false  `isOwner`
            │   │       │       │   └── false  `resource.owner == subject.id` (invoice.policy.yaml:4)
            │   │       │       └── true   `subject.level > 3`
            │   │       ├── true   `!resource.paid`
            │   │       │   └── false  `resource.paid` (invoice.policy.yaml:12)
            │   │       └── true   `isOwner ? resource.state == 'new' : true`
            │   │           ├── false  `isOwner` (invoice.policy.yaml:12)
            │   │           ├── -      `resource.state == 'new'`
            │   │           └── true   `true`
            │   ├── permit `agents-read` (invoice.policy.yaml:13): did not match
            │   │   └── the rule speaks of `agent` subjects
            │   ├── deny `banned` (invoice.policy.yaml:16): did not match
            │   │   └── the subject has none of the roles `banned`
            │   └── deny `late` (invoice.policy.yaml:19): did not match
            │       └── the rule is valid from 2030-01-01T00:00:00Z only
            └── the actor, agent `bot`
                ├── the tenant guard lets it pass
                ├── permit `reads` (invoice.policy.yaml:7): did not match
                │   └── the rule speaks of `user` subjects
                ├── permit `agents-read` (invoice.policy.yaml:13): matched
                ├── deny `banned` (invoice.policy.yaml:16): did not match
                │   └── the subject has none of the roles `banned`
                └── deny `late` (invoice.policy.yaml:19): did not match
                    └── the rule is valid from 2030-01-01T00:00:00Z only
            """);
  }

  @Test
  void anOperatorThatDeniesIsOnePart() {
    var repository =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects: { user: {} }
                resources:
                  note:
                    tenant-isolated: false
                    actions: [read]
                    attributes: { state: string, tags: set<string> }
                """)
            .with(
                "note.policy.yaml",
                """
                policy: note
                resource: note
                rules:
                  - permit: read
                    id: reads
                    when: resource.state != 'new' && 'x' !~ resource.tags
                """);

    assertThat(
            ExplanationText.tree(
                repository
                    .evaluator()
                    .explain(
                        new AccessRequest(
                            user(),
                            new Action("read", Attributes.NONE),
                            new Entity(
                                "note", "n", attributes("state", "old", "tags", List.of("x"))),
                            Attributes.NONE,
                            Optional.empty(),
                            Instant.parse("2026-01-01T00:00:00Z")))))
        .isEqualTo(
            """
            deny: no rule permits this
            ├── tenants do not matter here
            └── permit `reads` (note.policy.yaml:4): did not match
                └── false  all of
                    ├── true   `resource.state != 'new'`
                    └── false  `'x' !~ resource.tags` (note.policy.yaml:6)
            """);
  }
}
