package dev.verdict.benchmarks.evaluator;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A policy repository of a given number of rules, and questions to it.
 *
 * <p>The rules come in groups of ten, one group for each question: nine for roles that the subject
 * does not have, and the one that is measured, with five conditions on attributes, a reason and an
 * obligation. So what a decision has to look at stays the same while the repository grows, where an
 * index finds the group.
 */
public final class Workload {

  /** Attributes of each question, if there are no extra ones. */
  public static final int ATTRIBUTES = 10;

  private static final int QUESTIONS = 64;
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final RepositoryText repository;
  private final int groups;
  private final int extraAttributes;

  /**
   * A repository and its questions.
   *
   * @param rules a multiple of {@value RepositoryText#RULES_EACH}
   */
  public Workload(int rules, Spread spread) {
    this(rules, spread, 0);
  }

  /**
   * A repository and its questions, each of which has {@value #ATTRIBUTES} attributes.
   *
   * @param rules a multiple of {@value RepositoryText#RULES_EACH}
   * @param extraAttributes how many more each has, which no rule reads
   */
  public Workload(int rules, Spread spread, int extraAttributes) {
    repository = RepositoryText.withExtraAttributes(rules, spread, extraAttributes);
    this.extraAttributes = extraAttributes;
    groups = rules / RepositoryText.RULES_EACH;
  }

  /** The files of the repository. */
  public List<SourceFile> files() {
    return repository.files();
  }

  /** Loads the repository anew. */
  public Snapshot load() {
    LoadResult result = SnapshotLoader.load(repository.files(), "benchmark");
    return result
        .snapshot()
        .orElseThrow(() -> new IllegalStateException("no snapshot: " + result.report()));
  }

  /** Questions spread over the repository; half of them end in a permit. */
  public List<AccessRequest> questions() {
    return IntStream.range(0, QUESTIONS).mapToObj(this::question).toList();
  }

  /** Whether the question with this index in {@link #questions} is one that ends in a permit. */
  public static boolean isPermitted(int index) {
    return index % 2 == 0;
  }

  /**
   * Whether the first file of policies, which comes after the schema, decides on the question with
   * this index.
   */
  public boolean isOfFirstPolicy(int index) {
    return group(index) < RepositoryText.GROUPS_IN_FILE;
  }

  private int group(int index) {
    return (int) ((long) index * groups / QUESTIONS);
  }

  private AccessRequest question(int index) {
    int group = group(index);
    // the odd ones fail, each time another of the five conditions
    int fault = isPermitted(index) ? 0 : 1 + index / 2 % 5;
    Attributes subject =
        attributes(
            "tenant", new Value.Text("acme"),
            "department", new Value.Text(fault == 1 ? "sales" : repository.department(group)),
            "approvalLimit", new Value.Whole(fault == 3 ? 100 : 10_000));
    Attributes.Builder resource =
        builder(
            "tenant", new Value.Text("acme"),
            "department", new Value.Text(repository.department(group)),
            "path", new Value.Text(repository.path(group) + "document-" + index),
            "status", new Value.Text(fault == 2 ? "draft" : "submitted"),
            "amount", new Value.Whole(500 + index),
            "owner", new Value.Text(fault == 4 ? "user-" + index : "somebody"));
    for (int i = 0; i < extraAttributes; i++) {
      resource.add(RepositoryText.extraAttribute(i), new Value.Text("value " + (index + i)));
    }
    return new AccessRequest(
        new Entity("employee", "user-" + index, subject),
        new Action(repository.action(group)),
        new Entity(repository.type(group), "document-" + index, resource.build()),
        attributes("channel", new Value.Text(fault == 5 ? "internet" : "office")),
        NOW);
  }

  private static Attributes attributes(Object... namesAndValues) {
    return builder(namesAndValues).build();
  }

  private static Attributes.Builder builder(Object... namesAndValues) {
    var attributes = Attributes.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.add((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return attributes;
  }
}
