package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many rules a request may have to try one by one before the author is warned. */
class UnindexedRulesTest {

  private static final int BOUND = 200;

  @Test
  void moreThanTheBoundAreToldOf() {
    assertThat(warnings(rules(BOUND, i -> "when: resource.path =^ '/x/" + i + "/'"))).isEmpty();
    assertThat(warnings(rules(BOUND + 1, i -> "when: resource.path =^ '/x/" + i + "/'")))
        .singleElement()
        .asString()
        .startsWith(
            "a request to `read` a `page` may have to try 201 rules one by one (limit 200)");
  }

  @Test
  void rulesForRolesThatNobodyHasAtOnceCountApart() {
    assertThat(warnings(rules(10 * BOUND, i -> "roles: [role" + i + "]"))).isEmpty();
  }

  @Test
  void rulesForARoleCountWithThoseForAnybody() {
    String path = "when: resource.path =^ '/x/";
    String all =
        rules(BOUND - 50, i -> path + i + "/'")
            + rules(50, i -> "roles: [a]\n    " + path + "a/" + i + "/'")
            + rules(50, i -> "roles: [b]\n    " + path + "b/" + i + "/'");

    assertThat(warnings(all)).isEmpty();
    for (String role : List.of("a", "b")) {
      assertThat(warnings(all + rules(1, i -> "roles: [" + role + "]\n    " + path + "c/'")))
          .singleElement()
          .asString()
          .contains(" 201 rules ");
    }
  }

  @Test
  void rulesThatAnIndexTellsApartCountForEachValue() {
    String open = " && resource.path =^ '/x/";
    String two = rules(BOUND, i -> "when: resource.kind == 'k" + i % 2 + "'" + open + i + "/'");
    String others = rules(BOUND / 2, i -> "when: resource.path =^ '/y/" + i + "/'");

    assertThat(warnings(two + others)).isEmpty();
    assertThat(warnings(two + others + rules(1, i -> "when: resource.path =^ '/z/'")))
        .singleElement()
        .asString()
        .contains(" 201 rules ");
  }

  @Test
  void rulesThatWhatSomethingLiesInTellsApartCountForEachOfThese() {
    String within = "when: within(resource.folder, 'f";
    String open = "') && resource.path =^ '/x/";

    assertThat(warnings(rules(10 * BOUND, i -> within + i + "')"))).isEmpty();
    assertThat(warnings(rules(BOUND, i -> within + i % 2 + open + i + "/'"))).isEmpty();
    assertThat(warnings(rules(2 * BOUND + 2, i -> within + i % 2 + open + i + "/'")))
        .singleElement()
        .asString()
        .contains(" 201 rules ");
  }

  @Test
  void rulesForAnEntityCountWithThoseForWhatItLiesIn() {
    String all =
        rules(BOUND, i -> "when: within(resource.folder, 'outer') && resource.path =^ '/" + i + "'")
            + rules(3, i -> "when: within(resource.folder, 'f" + i + "')");

    assertThat(messages(repository(all))).isEmpty();
    assertThat(
            messages(
                repository(all)
                    .with("data/folders.yaml", "entities: { folder: { f1: { in: outer } } }")))
        .singleElement()
        .asString()
        .contains(" 201 rules ");
  }

  @Test
  void rulesOfATenantCountWithThoseOfAll() {
    String path = "when: resource.path =^ '/x/";
    List<String> warnings =
        messages(
            repository(rules(BOUND, i -> path + i + "/'"))
                .with("tenants/acme/own.policy.yaml", policy("own", deny(path + "own/'"))));
    assertThat(warnings).singleElement().asString().contains(" 201 rules ");
  }

  private static String rules(int count, IntFunction<String> rest) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                """
                  - permit: read
                    id: r%d-%d-%d
                    %s
                """
                    .formatted(count, rest.apply(0).hashCode() & 0xffff, i, rest.apply(i)))
        .collect(Collectors.joining());
  }

  private static String deny(String rest) {
    return """
      - deny: read
        id: own
        %s
    """
        .formatted(rest);
  }

  private static String policy(String name, String rules) {
    return "policy: " + name + "\nresource: page\nrules:\n" + rules;
  }

  private static Repository repository(String rules) {
    return new Repository()
        .with(
            "schema.yaml",
            """
            tenants: [acme]
            entities:
              folder: { in: [folder] }
            subjects:
              user: { attributes: { tenant: string } }
            resources:
              page:
                actions: [read]
                attributes: { tenant: string, path: string, kind: string, folder: ref<folder> }
            """)
        .with("page.policy.yaml", policy("page", rules));
  }

  private static List<String> warnings(String rules) {
    return messages(repository(rules));
  }

  private static List<String> messages(Repository repository) {
    return repository.load().diagnostics().stream()
        .filter(found -> found.code().word().equals("too-many-unindexed-rules"))
        .map(Diagnostic::message)
        .toList();
  }
}
