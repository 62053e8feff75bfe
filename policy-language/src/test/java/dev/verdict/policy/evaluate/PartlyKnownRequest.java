package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request over {@link Samples} of which some attributes are unknown, and what each of these may
 * turn out to be.
 *
 * @param request without the unknown attributes
 * @param domains of each unknown attribute a few values, or that it is absent
 */
record PartlyKnownRequest(
    AccessRequest request, Map<RequestAttribute, List<Optional<Value>>> domains) {

  /** Of each unknown attribute. */
  private static final int VALUES = 3;

  PartlyKnownRequest {
    for (RequestAttribute attribute : domains.keySet()) {
      request = without(request, attribute);
    }
  }

  /** The request, but some of the attributes are unknown that it could have. */
  static PartlyKnownRequest of(
      AccessRequest request, List<RequestAttribute> candidates, int most, Random random) {
    var values = new RandomRequests(random, false);
    var domains = new LinkedHashMap<RequestAttribute, List<Optional<Value>>>();
    for (int i = 0; i < most && !candidates.isEmpty(); i++) {
      RequestAttribute attribute = candidates.get(random.nextInt(candidates.size()));
      AttributeDeclaration declaration = declared(request, attribute.part()).get(attribute.name());
      var domain = new LinkedHashSet<Optional<Value>>();
      domain.add(Optional.ofNullable(attributes(request, attribute.part()).get(attribute.name())));
      Stream.generate(() -> values.value(declaration)).limit(VALUES - 1).forEach(domain::add);
      if (random.nextInt(VALUES) == 0) {
        domain.add(Optional.empty());
      }
      domains.put(attribute, List.copyOf(domain));
    }
    return new PartlyKnownRequest(request, domains);
  }

  /** The attributes that such a request may have. */
  static List<RequestAttribute> attributesOf(AccessRequest request) {
    return Stream.of(Part.values())
        .flatMap(
            part ->
                declared(request, part).keySet().stream()
                    .map(name -> new RequestAttribute(part, name)))
        .toList();
  }

  /** The same request, of which an attribute is known to be absent. */
  static AccessRequest without(AccessRequest request, RequestAttribute attribute) {
    return with(request, attribute, Optional.empty());
  }

  Set<RequestAttribute> unknown() {
    return domains.keySet();
  }

  Knowledge knowledge() {
    return domains::containsKey;
  }

  /** With one more attribute known. */
  PartlyKnownRequest learning(RequestAttribute attribute, Optional<Value> value) {
    var rest = new LinkedHashMap<>(domains);
    rest.remove(attribute);
    return new PartlyKnownRequest(with(request, attribute, value), rest);
  }

  /** Everything that the request may turn out to be. */
  List<AccessRequest> completions() {
    List<AccessRequest> all = List.of(request);
    for (Map.Entry<RequestAttribute, List<Optional<Value>>> domain : domains.entrySet()) {
      var more = new ArrayList<AccessRequest>();
      for (AccessRequest each : all) {
        domain.getValue().forEach(value -> more.add(with(each, domain.getKey(), value)));
      }
      all = more;
    }
    return all;
  }

  private static Map<String, AttributeDeclaration> declared(AccessRequest request, Part part) {
    return switch (part) {
      case SUBJECT -> ofType(request.subject());
      case ACTION ->
          Optional.ofNullable(
                  Samples.schema(false)
                      .resources()
                      .get("document")
                      .actions()
                      .get(request.action().name()))
              .map(action -> action.attributes())
              .orElse(Map.of());
      case RESOURCE -> Samples.DOCUMENT;
      case CONTEXT -> Samples.CONTEXT;
      case ACTOR -> request.actor().map(PartlyKnownRequest::ofType).orElse(Map.of());
    };
  }

  private static Map<String, AttributeDeclaration> ofType(Entity subject) {
    return subject.type().equals("user") ? Samples.USER : Samples.AGENT;
  }

  private static Attributes attributes(AccessRequest request, Part part) {
    return switch (part) {
      case SUBJECT -> request.subject().attributes();
      case ACTION -> request.action().attributes();
      case RESOURCE -> request.resource().attributes();
      case CONTEXT -> request.context();
      case ACTOR -> request.actor().orElseThrow().attributes();
    };
  }

  private static AccessRequest with(
      AccessRequest request, RequestAttribute attribute, Optional<Value> value) {
    Part part = attribute.part();
    Attributes changed = with(attributes(request, part), attribute.name(), value);
    return new AccessRequest(
        part == Part.SUBJECT ? with(request.subject(), changed) : request.subject(),
        part == Part.ACTION ? new Action(request.action().name(), changed) : request.action(),
        part == Part.RESOURCE ? with(request.resource(), changed) : request.resource(),
        part == Part.CONTEXT ? changed : request.context(),
        part == Part.ACTOR ? request.actor().map(actor -> with(actor, changed)) : request.actor(),
        request.now(),
        request.entitlement());
  }

  private static Entity with(Entity entity, Attributes attributes) {
    return new Entity(entity.type(), entity.id(), attributes);
  }

  private static Attributes with(Attributes attributes, String name, Optional<Value> value) {
    Attributes.Builder changed = Attributes.builder();
    for (String each : attributes.names()) {
      if (!each.equals(name)) {
        changed.add(each, attributes.get(each));
      }
    }
    value.ifPresent(known -> changed.add(name, known));
    return changed.build();
  }
}
