package dev.verdict.benchmarks.evaluator;

import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy repository of a given number of rules, and questions to it.
 *
 * <p>Ten rules stand on each pair of resource type and action: nine for roles that the subject does
 * not have, and the one that is measured, with five conditions on attributes. So what a decision
 * has to look at stays the same while the repository grows.
 */
final class Workload {

  /** Rules on one resource type and action. */
  static final int RULES_EACH = 10;

  private static final int ACTIONS_EACH = 10;
  private static final int QUESTIONS = 64;
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final int types;
  private final int actions;

  /**
   * @param rules a multiple of {@value #RULES_EACH}
   */
  Workload(int rules, Spread spread) {
    int pairs = rules / RULES_EACH;
    actions = spread == Spread.ACTIONS ? pairs : Math.min(pairs, ACTIONS_EACH);
    types = pairs / actions;
  }

  Evaluator load() {
    LoadResult result = SnapshotLoader.load(files(), "benchmark");
    return result
        .snapshot()
        .orElseThrow(() -> new IllegalStateException("no snapshot: " + result.report()))
        .evaluator();
  }

  /** Questions spread over the repository; half of them end in a permit. */
  List<AccessRequest> questions() {
    return IntStream.range(0, QUESTIONS).mapToObj(this::question).toList();
  }

  private AccessRequest question(int index) {
    long pair = (long) index * types * actions / QUESTIONS;
    // the odd ones fail, each time another of the five conditions
    int fault = index % 2 == 0 ? 0 : 1 + index / 2 % 5;
    Attributes subject =
        attributes(
            "tenant", new Value.Text("acme"),
            "department", new Value.Text(fault == 1 ? "sales" : "finance"),
            "approvalLimit", new Value.Whole(fault == 3 ? 100 : 10_000));
    Attributes resource =
        attributes(
            "tenant", new Value.Text("acme"),
            "department", new Value.Text("finance"),
            "status", new Value.Text(fault == 2 ? "draft" : "submitted"),
            "amount", new Value.Whole(500 + index),
            "owner", new Value.Text(fault == 4 ? "user-" + index : "somebody"));
    return new AccessRequest(
        new Entity("employee", "user-" + index, subject),
        new Action("action" + pair % actions),
        new Entity("type" + pair / actions, "document-" + index, resource),
        attributes("channel", new Value.Text(fault == 5 ? "internet" : "office")),
        NOW);
  }

  private static Attributes attributes(Object... namesAndValues) {
    var attributes = Attributes.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.add((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return attributes.build();
  }

  private List<SourceFile> files() {
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile("schema.yaml", schema()));
    for (int type = 0; type < types; type++) {
      for (int first = 0; first < actions; first += ACTIONS_EACH) {
        String name = "type" + type + "-" + first;
        files.add(new SourceFile(name + ".policy.yaml", policy(name, type, first)));
      }
    }
    return files;
  }

  private String schema() {
    String names =
        IntStream.range(0, actions).mapToObj(i -> "action" + i).collect(Collectors.joining(", "));
    String resources =
        IntStream.range(0, types)
            .mapToObj(
                type ->
                    """
                      type%d:
                        actions: [%s]
                        attributes:
                          tenant: string
                          department: string
                          status: string
                          amount: int
                          owner: string
                    """
                        .formatted(type, names))
            .collect(Collectors.joining());
    return """
    subjects:
      employee:
        attributes: { tenant: string, department: string, approvalLimit: int }
    context: { channel: string }
    resources:
    """
        + resources;
  }

  private String policy(String name, int type, int first) {
    var text = new StringBuilder("policy: %s\nresource: type%d\nrules:\n".formatted(name, type));
    for (int action = first; action < Math.min(actions, first + ACTIONS_EACH); action++) {
      for (int role = 1; role < RULES_EACH; role++) {
        text.append(
            """
              - permit: action%d
                id: action%d-role%d
                roles: [role%d]
                when: resource.owner == subject.id
            """
                .formatted(action, action, role, role));
      }
      text.append(
          """
            - permit: action%d
              id: action%d-attributes
              when: >-
                resource.department == subject.department && resource.status == 'submitted'
                && resource.amount <= subject.approvalLimit && resource.owner != subject.id
                && context.channel == 'office'
          """
              .formatted(action, action));
    }
    return text.toString();
  }
}
