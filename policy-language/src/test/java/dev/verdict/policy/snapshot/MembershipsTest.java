package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.file.data.DataReader;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many users in some groups each. The benchmark {@code memberships} loads a million of them. */
class MembershipsTest {

  private static final int USERS = 20_000;
  private static final int GROUPS_EACH = 10;
  private static final int USERS_IN_A_FILE = 5_000;

  private static final String SCHEMA =
      """
      entities:
        group: { in: [group] }
        user: { in: [group] }
      subjects:
        user: {}
      resources:
        page: { tenant-isolated: false, actions: [read] }
      """;

  @Test
  void manyUsersInTenGroupsEachLoadWithinTheStandardLimits() {
    var repository =
        new Repository()
            .with("schema.yaml", SCHEMA)
            .with("data/groups.yaml", "entities: { group: { g7: { in: staff } } }")
            .with(
                "page.policy.yaml",
                """
                policy: page
                resource: page
                rules:
                  - { permit: read, id: staff, when: "within(ref('user', subject.id), 'staff')" }
                """);
    for (int first = 0; first < USERS; first += USERS_IN_A_FILE) {
      repository.with("data/users-" + first + ".yaml", users(first, first + USERS_IN_A_FILE));
    }
    Evaluator evaluator = repository.evaluator();

    for (int user : List.of(0, 7, 4_999, 5_000, USERS - 1)) {
      assertThat(evaluator.decide(reading(user)).permitted())
          .as("user %d", user)
          .isEqualTo(groups(user).contains(7));
    }
  }

  @Test
  void anEntityIsKeptOnceHoweverOftenItIsNamed() {
    Hierarchy hierarchy = hierarchy(users(0, 3), users(3, 6));

    List<EntityReference> groups =
        IntStream.range(0, 6)
            .mapToObj(user -> new EntityReference("user", "u" + user))
            .flatMap(user -> hierarchy.ancestors(user).stream())
            .filter(new EntityReference("group", "g7")::equals)
            .toList();

    assertThat(groups).hasSize(6).allSatisfy(group -> assertThat(group).isSameAs(groups.get(0)));
  }

  @Test
  void whatIsWrongWithDataIsToldBesideWhatIsWrongWithTheSchema() {
    assertThat(
            new Repository()
                .with("schema.yaml", "subjects: [")
                .with("data/a.yaml", "entities: {")
                .load()
                .diagnostics())
        .extracting(found -> found.span().file())
        .containsExactly("data/a.yaml", "schema.yaml");
  }

  private static AccessRequest reading(int user) {
    return new AccessRequest(
        new Entity("user", "u" + user),
        new Action("read"),
        new Entity("page", "p"),
        Attributes.NONE,
        Instant.EPOCH);
  }

  private static String users(int first, int end) {
    return IntStream.range(first, end)
        .mapToObj(
            user ->
                groups(user).stream()
                    .map(group -> "g" + group)
                    .collect(Collectors.joining(", ", "    u" + user + ": { in: [", "] }\n")))
        .collect(Collectors.joining("", "entities:\n  user:\n", ""));
  }

  private static List<Integer> groups(int user) {
    return IntStream.range(user, user + GROUPS_EACH).map(group -> group % 1_000).boxed().toList();
  }

  private static Hierarchy hierarchy(String... texts) {
    var diagnostics = new Diagnostics();
    List<YamlNode> documents =
        IntStream.range(0, texts.length)
            .mapToObj(i -> document("data/" + i + ".yaml", texts[i], diagnostics))
            .toList();
    return DataReader.read(
            documents.stream(),
            SchemaReader.read(document("schema.yaml", SCHEMA, diagnostics), diagnostics)
                .orElseThrow(),
            diagnostics)
        .hierarchy();
  }

  private static YamlNode document(String path, String text, Diagnostics diagnostics) {
    return YamlReader.read(new SourceFile(path, text), diagnostics).orElseThrow();
  }
}
