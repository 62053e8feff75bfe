package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions mean where attributes refer to entities that lie in others. */
class HierarchySemanticsTest {

  private static final String SCHEMA =
      """
      entities:
        group: { in: [group] }
        user: { in: [group] }
        folder: { in: [folder, project] }
        project: {}
        tag: {}
      subjects:
        user:
          attributes:
            groups: set<ref<group>>
            chosen: { type: ref<group>?, from: [data] }
      resources:
        file:
          tenant-isolated: false
          actions: [read]
          attributes:
            folder: ref<folder>
            owner: ref<user>
            parent: ref<folder>
            tag: ref<tag>?
            nested: ref<folder>?
            wrong: ref<folder>?
            near: list<ref<folder>>?
      """;

  private static final String DATA =
      """
      entities:
        group:
          ring-a: { in: ring-b }
          ring-b: { in: [ring-c] }
          ring-c: { in: [ring-a] }
          writers: { in: [staff] }
        user:
          ann: { in: [writers] }
        folder:
          drafts: { in: [{ type: folder, id: texts }] }
          texts: { in: [{ type: project, id: book }] }
      subjects:
        user: { ann: { chosen: staff } }
      """;

  private static final Attributes RESOURCE =
      attributes(
          "folder",
          "drafts",
          "owner",
          "ann",
          "nested",
          reference("mine", reference("texts"), reference("other", reference("far"))),
          "wrong",
          attributes("id", "x", "in", List.of(attributes("type", "group", "id", "staff"))),
          "near",
          List.of("drafts", attributes("id", "texts", "type", "folder")));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        // the same entity
        "resource.owner == 'ann'                                 -> true",
        "resource.owner != 'ann'                                 -> false",
        "resource.owner == ref('user', subject.id)               -> true",
        "resource.owner == subject.id                            -> unloadable",
        "resource.owner == ref('group', 'ann')                   -> unloadable",
        "resource.folder =~ ['drafts', 'texts']                  -> true",
        "resource.folder !~ ['texts']                            -> true",
        "resource.folder =~ [ref('folder', 'drafts')]            -> true",
        "resource.folder =~ [ref('folder', 'texts')]             -> false",
        "resource.folder =~ [ref('user', 'drafts')]              -> unloadable",
        "'staff' =~ subject.groups                               -> false",
        "'writers' =~ subject.groups                             -> true",
        "'drafts' =~ (resource.near ?? resource.near)            -> unloadable",
        "(resource.tag ?? 'none') == 'none'                      -> true",
        "(resource.tag ?? 'none') == ref('tag', 'none')          -> true",
        "size(subject.groups) == 2                               -> true",
        "containsAny(subject.groups, ['x', 'writers'])           -> true",
        "containsAny(['x', 'writers'], subject.groups)           -> true",
        "containsAll(subject.groups, ['x', 'writers'])           -> false",
        "containsAny(subject.groups, [ref('group', 'writers')])  -> true",
        "containsAny(subject.groups, [ref('user', 'writers')])   -> unloadable",
        "containsAny(subject.groups, [''])                       -> unloadable",
        // what is stored
        "within(resource.parent, ref('folder', 'texts'))         -> error",
        "within(resource.folder, resource.parent)                -> error",
        "within(resource.owner, 'writers')                       -> true",
        "within(resource.owner, 'staff')                         -> true",
        "within(resource.owner, ['x', 'staff'])                  -> true",
        "within(resource.owner, 'ring-a')                        -> false",
        "within(resource.owner, subject.groups)                  -> true",
        "within(resource.owner, ref('user', 'ann'))              -> true",
        "within(resource.owner, ref('group', 'staff'))           -> true",
        "within(resource.folder, ref('project', 'book'))         -> true",
        "within(resource.folder, ref('folder', 'drafts'))        -> true",
        "within(resource.folder, ref('folder', 'book'))          -> false",
        "has(subject.chosen) && within(subject.chosen, 'staff')  -> true",
        // a circle
        "within(subject.groups, 'ring-a')                        -> true",
        "within(subject.groups, 'ring-c')                        -> true",
        // what the request brings
        "has(resource.nested) && within(resource.nested, ref('folder', 'mine'))  -> true",
        "has(resource.nested) && within(resource.nested, ref('folder', 'far'))   -> true",
        "has(resource.nested) && within(resource.nested, ref('project', 'book')) -> true",
        "has(resource.nested) && within(resource.nested, ref('folder', 'near'))  -> false",
        "has(resource.nested) && resource.nested == 'mine'       -> true",
        "has(resource.near) && within(resource.near, ref('project', 'book'))     -> true",
        "has(resource.near) && within(resource.near, resource.near)              -> true",
        // what cannot be
        "within(resource.folder, 'book')                         -> unloadable",
        "within(resource.owner, ref('folder', 'drafts'))         -> unloadable",
        "within(resource.tag, 'x')                               -> unloadable",
        "within('ann', 'staff')                                  -> unloadable",
        "within(resource.owner, subject.id)                      -> unloadable",
        "within(resource.owner, '')                              -> unloadable",
        "has(resource.wrong)                                     -> error",
        "resource.owner == ref('user', trim(' '))                -> error",
      })
  void aConditionIsTrueFalseOrAnError(String condition, String expected) {
    assertThat(outcome(condition, RESOURCE)).isEqualTo(expected);
  }

  @Test
  void aReferenceBringsOnlySoMuchWithIt() {
    String condition = "has(resource.nested) && within(resource.nested, ref('folder', 'f0'))";

    assertThat(outcome(condition, lyingIn(Limit.ASSERTED_ANCESTORS.standard()))).isEqualTo("true");
    assertThat(outcome(condition, lyingIn(Limit.ASSERTED_ANCESTORS.standard() + 1)))
        .isEqualTo("error");
  }

  private static Attributes lyingIn(int count) {
    return attributes(
        "nested",
        reference(
            "inner",
            IntStream.range(0, count)
                .mapToObj(i -> reference("f" + i))
                .toArray(Attributes[]::new)));
  }

  private static Attributes reference(String id, Attributes... containers) {
    return attributes("type", "folder", "id", id, "in", List.of(containers));
  }

  private static String outcome(String condition, Attributes resource) {
    LoadResult result =
        new Repository()
            .with("schema.yaml", SCHEMA)
            .with("data/hierarchy.yaml", DATA)
            .with(
                "file.policy.yaml",
                """
                policy: file
                resource: file
                rules:
                  - permit: read
                    id: tested
                    when: "%s"
                """
                    .formatted(condition))
            .load();
    if (result.snapshot().isEmpty()) {
      return "unloadable";
    }
    Decision decision =
        result
            .snapshot()
            .get()
            .evaluator()
            .decide(
                new AccessRequest(
                    new Entity(
                        "user",
                        "ann",
                        attributes("groups", List.of("writers", "ring-b"), "chosen", "forged")),
                    new Action("read"),
                    new Entity("file", "f-1", resource),
                    Attributes.NONE,
                    Instant.parse("2026-06-01T00:00:00Z")));
    return switch (decision.reason().code()) {
      case PERMITTED -> "true";
      case NO_RULE_MATCHED -> "false";
      case RULE_ERROR -> "error";
      default -> decision.toString();
    };
  }
}
