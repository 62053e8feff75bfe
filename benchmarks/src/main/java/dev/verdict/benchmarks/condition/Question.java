package dev.verdict.benchmarks.condition;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one evaluation of the condition is about.
 *
 * @param owner of the resource
 * @param limit the level that the resource asks for
 */
record Question(
    String id,
    String tenant,
    List<String> scopes,
    List<String> roles,
    long level,
    String resourceTenant,
    String owner,
    String status,
    long limit) {

  private static final int QUESTIONS = 64;
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  /**
   * Half of them hold, by the owner or by the role in turn; of the others each fails another of the
   * five parts.
   */
  static List<Question> all() {
    return IntStream.range(0, QUESTIONS).mapToObj(Question::of).toList();
  }

  private static Question of(int index) {
    int fault = index % 2 == 0 ? 0 : 1 + index / 2 % 5;
    boolean owns = fault != 3 && index % 4 == 0;
    String id = "user-" + index;
    return new Question(
        id,
        fault == 1 ? "umbrella" : "acme",
        fault == 2 ? List.of("orders:read") : List.of("orders:read", "invoices:read", "openid"),
        fault == 3 || owns ? List.of("clerk") : List.of("clerk", "accountant"),
        index,
        // an equal text that is not the same object, as requests have them
        "ac".concat("me"),
        owns ? "user-".concat(Integer.toString(index)) : "somebody",
        fault == 4 ? CheckedConditions.STATUS : "open",
        fault == 5 ? index + 1 : index / 2);
  }

  /** The same as a request. */
  AccessRequest request() {
    Attributes.Builder subject = Attributes.builder();
    subject.add("tenant", new Value.Text(tenant));
    subject.add("scopes", texts(scopes));
    subject.add("roles", texts(roles));
    subject.add("level", new Value.Whole(level));
    Attributes.Builder resource = Attributes.builder();
    resource.add("tenant", new Value.Text(resourceTenant));
    resource.add("owner", new Value.Text(owner));
    resource.add("status", new Value.Text(status));
    resource.add("level", new Value.Whole(limit));
    return new AccessRequest(
        new Entity("user", id, subject.build()),
        new Action("read"),
        new Entity(CheckedConditions.RESOURCE, "invoice-1", resource.build()),
        Attributes.NONE,
        NOW);
  }

  private static Value texts(List<String> texts) {
    return new Value.Sequence(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
