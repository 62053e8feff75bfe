package dev.verdict.server.metrics;

import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.decision.UndeclaredPropertyListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests with properties that the schema does not know, by what callers cannot invent: the
 * part of the request and the resource type of the schema. Safe for use by many threads at once.
 */
public final class UndeclaredPropertyMetrics implements UndeclaredPropertyListener {

  /** Resource types that are counted by name; those of old snapshots stay, so bounded. */
  private static final int MAX_TYPES = 200;

  private final MeterRegistry registry;
  private final Map<String, MeterTable<Part, Counter>> byType = new ConcurrentHashMap<>();

  UndeclaredPropertyMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void undeclared(Part part, String resourceType) {
    String label =
        byType.containsKey(resourceType) || byType.size() < MAX_TYPES ? resourceType : "other";
    byType
        .computeIfAbsent(label, type -> MeterTable.of(Part.class, each -> counter(each, type)))
        .at(part)
        .increment();
  }

  private Counter counter(Part part, String resourceType) {
    return Counter.builder("verdict.undeclared.properties")
        .description("Requests with properties that the schema does not know")
        .tag("part", MeterTable.word(part))
        .tag("resource_type", resourceType)
        .register(registry);
  }
}
