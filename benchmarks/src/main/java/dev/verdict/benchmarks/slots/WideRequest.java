package dev.verdict.benchmarks.slots;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request with 28 attributes, as a door has decoded it: names and values, not yet looked at.
 *
 * @param subject ten
 * @param resource fourteen
 * @param context four
 */
record WideRequest(String id, List<Pair> subject, List<Pair> resource, List<Pair> context) {

  private static final int REQUESTS = 64;
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  /** An attribute that has arrived. */
  record Pair(String name, Value value) {}

  /** What half of the requests ask is permitted; the status of the others does not permit it. */
  static List<WideRequest> all() {
    return IntStream.range(0, REQUESTS).mapToObj(WideRequest::of).toList();
  }

  private static WideRequest of(int index) {
    return new WideRequest(
        "user-" + index,
        List.of(
            text("tenant", "acme"),
            texts("roles", "clerk", "accountant", "employee"),
            texts("scopes", "openid", "invoices:read", "invoices:approve"),
            text("department", "finance"),
            text("country", "DE"),
            text("site", "berlin-" + index % 4),
            text("clearance", "internal"),
            whole("approvalLimit", 10_000),
            whole("level", 4),
            flag("external", false)),
        List.of(
            text("tenant", "acme"),
            text("owner", "somebody"),
            text("department", "finance"),
            text("status", index % 2 == 0 ? "submitted" : "locked"),
            text("country", "DE"),
            text("currency", "EUR"),
            text("supplier", "supplier-" + index),
            text("classification", "internal"),
            texts("labels", "2026", "travel"),
            whole("amount", 500 + index),
            whole("level", 3),
            new Pair("discount", new Value.Decimal(new BigDecimal("2.5"))),
            flag("archived", false),
            text("due", "2026-03-01T00:00:00Z")),
        List.of(
            text("channel", "office"),
            text("network", "internal"),
            whole("risk", 10),
            flag("strongAuthentication", true)));
  }

  private static Pair text(String name, String text) {
    return new Pair(name, new Value.Text(text));
  }

  private static Pair texts(String name, String... texts) {
    return new Pair(
        name, new Value.Sequence(Stream.of(texts).<Value>map(Value.Text::new).toList()));
  }

  private static Pair whole(String name, long number) {
    return new Pair(name, new Value.Whole(number));
  }

  private static Pair flag(String name, boolean flag) {
    return new Pair(name, new Value.Flag(flag));
  }

  /** As the policy language takes it. */
  AccessRequest request() {
    return new AccessRequest(
        new Entity("employee", id, attributes(subject)),
        new Action("approve"),
        new Entity("invoice", "invoice-1", attributes(resource)),
        attributes(context),
        NOW);
  }

  private static Attributes attributes(List<Pair> pairs) {
    var attributes = Attributes.builder();
    for (Pair pair : pairs) {
      attributes.add(pair.name(), pair.value());
    }
    return attributes.build();
  }
}
