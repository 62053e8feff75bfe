package dev.verdict.server.cache;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random requests over few and similar words, so that parts which could be mistaken for one another
 * meet often.
 */
public final class AccessRequests {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Arbitrary<String> NAMES =
      Arbitraries.of("a", "b", "ab", "ba", "1", "tenant", "é", "a\uD800", "\uDC00a", "日");

  private AccessRequests() {}

  public static Arbitrary<AccessRequest> any() {
    return Combinators.combine(entities(), actions(), entities(), attributes(2), actors())
        .as(
            (subject, action, resource, context, actor) ->
                new AccessRequest(subject, action, resource, context, actor, NOW));
  }

  static Arbitrary<Attributes> attributes(int depth) {
    return Arbitraries.maps(NAMES, values(depth)).ofMaxSize(3).map(AccessRequests::attributesOf);
  }

  static Arbitrary<Value> values(int depth) {
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            Arbitraries.of("", "1", "a", "ab", "true", "\uD800", "?").map(Value.Text::new),
            Arbitraries.of(0L, 1L, -1L, 256L, Long.MAX_VALUE).map(Value.Whole::new),
            Arbitraries.of("1", "1.0", "1.00", "0", "1E+2", "100", "-1")
                .map(text -> new Value.Decimal(new BigDecimal(text))),
            Arbitraries.of(true, false).map(Value.Flag::new));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Value> sequences = values(depth - 1).list().ofMaxSize(3).map(Value.Sequence::new);
    Arbitrary<Value> structures = attributes(depth - 1).map(Value.Structure::new);
    return Arbitraries.oneOf(leaves, leaves, sequences, structures);
  }

  /** The same request, with the attributes at every level in another order. */
  static AccessRequest shuffled(AccessRequest request, Random random) {
    return new AccessRequest(
        shuffled(request.subject(), random),
        new Action(request.action().name(), shuffled(request.action().attributes(), random)),
        shuffled(request.resource(), random),
        shuffled(request.context(), random),
        request.actor().map(actor -> shuffled(actor, random)),
        request.now().plusSeconds(1));
  }

  private static Entity shuffled(Entity entity, Random random) {
    return new Entity(entity.type(), entity.id(), shuffled(entity.attributes(), random));
  }

  private static Attributes shuffled(Attributes attributes, Random random) {
    var names = new ArrayList<>(attributes.names());
    Collections.shuffle(names, random);
    var result = Attributes.builder();
    names.forEach(name -> result.add(name, shuffled(attributes.get(name), random)));
    return result.build();
  }

  private static Value shuffled(Value value, Random random) {
    if (value instanceof Value.Structure structure) {
      return new Value.Structure(shuffled(structure.attributes(), random));
    }
    if (value instanceof Value.Sequence sequence) {
      List<Value> values = sequence.values().stream().map(v -> shuffled(v, random)).toList();
      return new Value.Sequence(values);
    }
    return value;
  }

  private static Arbitrary<Entity> entities() {
    return Combinators.combine(NAMES, NAMES, attributes(1)).as(Entity::new);
  }

  private static Arbitrary<Action> actions() {
    return Combinators.combine(NAMES, attributes(1)).as(Action::new);
  }

  private static Arbitrary<java.util.Optional<Entity>> actors() {
    return entities().optional(0.5);
  }

  private static Attributes attributesOf(Map<String, Value> values) {
    var result = Attributes.builder();
    values.forEach(result::add);
    return result.build();
  }
}
