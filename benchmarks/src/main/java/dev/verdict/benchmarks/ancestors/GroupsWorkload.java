package dev.verdict.benchmarks.ancestors;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rules on one action, each for another group; and users who lie in ten groups, one of which a rule
 * is for. Half of their questions are permitted.
 */
final class GroupsWorkload {

  private static final int USERS = 64;
  private static final int GROUPS_EACH = 10;
  private static final int RULES_IN_A_FILE = 1_000;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final String SCHEMA =
      """
      entities:
        group: { in: [group] }
        user: { in: [group] }
      subjects:
        user: {}
      resources:
        page:
          tenant-isolated: false
          actions: [read]
          attributes: { open: bool }
      """;

  private final int rules;
  private final Asking asking;

  GroupsWorkload(int rules, Asking asking) {
    this.rules = rules;
    this.asking = asking;
  }

  Snapshot load() {
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile("schema.yaml", SCHEMA));
    files.add(new SourceFile("data/users.yaml", users()));
    for (int first = 0; first < rules; first += RULES_IN_A_FILE) {
      files.add(new SourceFile("page-" + first + ".policy.yaml", policy(first)));
    }
    var result = SnapshotLoader.load(files, "benchmark");
    return result.snapshot().orElseThrow(() -> new IllegalStateException(result.report()));
  }

  private String users() {
    return IntStream.range(0, USERS)
        .mapToObj(user -> "    u%d: { in: [%s] }\n".formatted(user, groups(user)))
        .collect(Collectors.joining("", "entities:\n  user:\n", ""));
  }

  private String groups(int user) {
    return IntStream.range(1, GROUPS_EACH)
        .mapToObj(i -> "other" + (user + i))
        .collect(Collectors.joining(", ", "g" + user * 151 % rules + ", ", ""));
  }

  private String policy(int first) {
    return IntStream.range(first, Math.min(rules, first + RULES_IN_A_FILE))
        .mapToObj(
            rule ->
                """
                  - permit: read
                    id: r%d
                    when: %s && resource.open
                """
                    .formatted(rule, asking.condition("g" + rule)))
        .collect(
            Collectors.joining("", "policy: page-" + first + "\nresource: page\nrules:\n", ""));
  }

  /** One request of each user; those of every other user are about a page that is not open. */
  List<AccessRequest> questions() {
    return IntStream.range(0, USERS).mapToObj(GroupsWorkload::question).toList();
  }

  private static AccessRequest question(int user) {
    Attributes.Builder attributes = Attributes.builder();
    attributes.add("open", new Value.Flag(isPermitted(user)));
    return new AccessRequest(
        new Entity("user", "u" + user),
        new Action("read"),
        new Entity("page", "p" + user, attributes.build()),
        Attributes.NONE,
        NOW);
  }

  static boolean isPermitted(int user) {
    return user % 2 == 0;
  }
}
