package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * In an open set of actions a rule is asked where its list, as written, has the name or a pattern
 * for it: found by looking at each list, over random repositories of nested patterns.
 */
class OpenActionListsTest {

  private static final int REPOSITORIES = 200;
  private static final List<String> PARTS = List.of("a", "b", "aa", "ab", "b-a", "A", "a_a");

  /** A rule without a condition, as written. */
  private record Listed(boolean permits, List<String> actions, String tenant) {

    boolean covers(String action, String asked) {
      return (tenant.isEmpty() || tenant.equals(asked))
          && actions.stream().anyMatch(written -> matches(written, action));
    }

    private static boolean matches(String written, String action) {
      String prefix = written.replace("*", "");
      return written.equals(action)
          || (written.endsWith("*") && action.startsWith(prefix) && !action.equals(prefix));
    }
  }

  @Test
  void aRuleHasItsSayWhereItsListAsWrittenHasTheNameOrAPatternForIt() {
    for (long seed = 0; seed < REPOSITORIES; seed++) {
      var random = new Random(seed);
      Set<String> declared = names(random, random.nextInt(3));
      List<Listed> rules = rules(random);
      LoadResult loaded = repository(declared, rules).load();
      if (loaded.snapshot().isEmpty()) {
        assertThat(loaded.report()).as("seed %s", seed).contains("only in upper and lower case");
        continue;
      }
      compare(declared, rules, loaded.snapshot().get().evaluator(), random, seed);
    }
  }

  /** So that the property above is one of decisions, and not only of what does not load. */
  @Test
  void mostGeneratedRepositoriesLoadAndSomeDoNot() {
    long loading = 0;
    for (long seed = 0; seed < REPOSITORIES; seed++) {
      var random = new Random(seed);
      Set<String> declared = names(random, random.nextInt(3));
      loading += repository(declared, rules(random)).load().snapshot().isPresent() ? 1 : 0;
    }
    assertThat(loading).isBetween(REPOSITORIES / 2L, REPOSITORIES - 5L);
  }

  private static void compare(
      Set<String> declared, List<Listed> rules, Evaluator evaluator, Random random, long seed) {
    for (int i = 0; i < 40; i++) {
      String action = random.nextInt(3) == 0 ? mentioned(rules, random) : name(random);
      String tenant = random.nextBoolean() ? "acme" : "globex";
      Decision decision = evaluator.decide(request(tenant, action));
      assertThat(decision.reason().code())
          .as("seed %s: %s in %s by %s", seed, action, tenant, rules)
          .isEqualTo(expected(declared, rules, action, tenant));
    }
  }

  private static ReasonCode expected(
      Set<String> declared, List<Listed> rules, String action, String tenant) {
    if (!takes(declared, rules, action)) {
      return ReasonCode.UNKNOWN_ACTION;
    }
    if (rules.stream().anyMatch(rule -> !rule.permits() && rule.covers(action, tenant))) {
      return ReasonCode.DENIED_BY_RULE;
    }
    return rules.stream().anyMatch(rule -> rule.covers(action, tenant))
        ? ReasonCode.PERMITTED
        : ReasonCode.NO_RULE_MATCHED;
  }

  private static boolean takes(Set<String> declared, List<Listed> rules, String action) {
    List<String> written = new ArrayList<>(declared);
    rules.forEach(rule -> written.addAll(rule.actions()));
    if (written.contains(action)) {
      return true;
    }
    return written.stream()
        .noneMatch(
            each ->
                each.endsWith("*")
                    ? folded(action).startsWith(folded(each).replace("*", ""))
                        && !action.startsWith(each.replace("*", ""))
                    : folded(action).equals(folded(each)));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static String mentioned(List<Listed> rules, Random random) {
    List<String> actions = rules.get(random.nextInt(rules.size())).actions();
    String written = actions.get(random.nextInt(actions.size()));
    return written.replace("*", PARTS.get(random.nextInt(PARTS.size())));
  }

  private static List<Listed> rules(Random random) {
    var rules = new ArrayList<Listed>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      rules.add(new Listed(random.nextInt(3) > 0, lists(random), ""));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      rules.add(new Listed(random.nextBoolean(), lists(random), "acme"));
    }
    return rules;
  }

  private static List<String> lists(Random random) {
    if (random.nextInt(6) == 0) {
      return List.of("*");
    }
    var actions = new LinkedHashSet<String>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      String name = name(random);
      boolean pattern = random.nextBoolean();
      actions.add(pattern ? name + separator(random) + "*" : name);
    }
    return List.copyOf(actions);
  }

  private static Set<String> names(Random random, int count) {
    var names = new TreeSet<String>();
    for (int i = 0; i < count; i++) {
      names.add(name(random));
    }
    return names;
  }

  /** Of few parts, so that names begin alike. */
  private static String name(Random random) {
    var name = new StringBuilder(part(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      name.append(separator(random)).append(part(random));
    }
    return name.toString();
  }

  private static String part(Random random) {
    return PARTS.get(random.nextInt(random.nextInt(4) == 0 ? PARTS.size() : 4));
  }

  private static String separator(Random random) {
    return random.nextInt(3) == 0 ? ":" : "/";
  }

  private static Repository repository(Set<String> declared, List<Listed> rules) {
    var actions = new StringBuilder("open: true");
    declared.forEach(name -> actions.append(", '").append(name).append("': {}"));
    var base = new StringBuilder();
    var overlay = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      Listed rule = rules.get(i);
      (rule.tenant().isEmpty() ? base : overlay)
          .append(
              "  - { %s: ['%s'], id: r%d }\n"
                  .formatted(
                      rule.permits() ? "permit" : "deny", String.join("', '", rule.actions()), i));
    }
    Repository repository =
        new Repository()
            .with(
                "schema.yaml",
                """
                tenants: [acme]
                subjects: { user: { attributes: { tenant: string } } }
                resources:
                  tool: { actions: { %s }, attributes: { tenant: string } }
                """
                    .formatted(actions))
            .with(
                "tool.policy.yaml",
                "policy: tool\nresource: tool\ntenants-may-permit: '*'\nrules:\n" + base);
    return overlay.isEmpty()
        ? repository
        : repository.with(
            "tenants/acme/tool.policy.yaml", "policy: tool\nresource: tool\nrules:\n" + overlay);
  }

  private static AccessRequest request(String tenant, String action) {
    return new AccessRequest(
        new Entity("user", "u", attributes("tenant", tenant)),
        new Action(action, Attributes.NONE),
        new Entity("tool", "t", attributes("tenant", tenant)),
        Attributes.NONE,
        Instant.EPOCH);
  }
}
