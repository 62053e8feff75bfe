package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Properties of a request that the schema does not know, members of records among them. No rule
 * reads them, so whoever sends one is told in an explanation, and refused where the repository
 * wants that. Immutable.
 */
public final class UndeclaredProperties {

  /** Of more nobody is told: a request may have thousands. */
  private static final int MAX_TOLD = 20;

  private static final Set<Part> NO_PART = Set.of();

  private final Map<String, DeclaredProperties> subjects;
  private final Map<String, DeclaredProperties> resources;
  private final Map<String, Map<String, DeclaredProperties>> actions;
  private final DeclaredProperties context;

  public UndeclaredProperties(Schema schema) {
    this.subjects = byName(schema.subjects(), type -> type.attributes().values());
    this.resources = byName(schema.resources(), type -> type.attributes().values());
    this.actions = new HashMap<>();
    schema
        .resources()
        .forEach(
            (name, type) ->
                actions.put(name, byName(type.actions(), each -> each.attributes().values())));
    this.context = DeclaredProperties.of(schema.context().values());
  }

  private static <T> Map<String, DeclaredProperties> byName(
      Map<String, T> all, Function<T, Collection<AttributeDeclaration>> declared) {
    var byName = new HashMap<String, DeclaredProperties>();
    all.forEach((name, each) -> byName.put(name, DeclaredProperties.of(declared.apply(each))));
    return byName;
  }

  /**
   * The parts of a request that have such a property. It is asked for every request, so nothing is
   * made where there is none.
   *
   * @param request of types and an action that the schema declares
   * @param action its key
   */
  Set<Part> parts(AccessRequest request, String action) {
    Set<Part> parts = NO_PART;
    if (!ofSubject(request.subject()).coverAll(request.subject().attributes())) {
      parts = with(parts, Part.SUBJECT);
    }
    if (!ofAction(request, action).coverAll(request.action().attributes())) {
      parts = with(parts, Part.ACTION);
    }
    if (!of(resources, request.resource().type()).coverAll(request.resource().attributes())) {
      parts = with(parts, Part.RESOURCE);
    }
    if (!context.coverAll(request.context())) {
      parts = with(parts, Part.CONTEXT);
    }
    Entity actor = request.actor().orElse(null);
    if (actor != null && !ofSubject(actor).coverAll(actor.attributes())) {
      parts = with(parts, Part.ACTOR);
    }
    return parts;
  }

  private static Set<Part> with(Set<Part> parts, Part part) {
    Set<Part> all = parts.isEmpty() ? EnumSet.noneOf(Part.class) : parts;
    all.add(part);
    return all;
  }

  private DeclaredProperties ofSubject(Entity subject) {
    return of(subjects, subject.type());
  }

  private DeclaredProperties ofAction(AccessRequest request, String action) {
    Map<String, DeclaredProperties> ofType = actions.get(request.resource().type());
    return ofType == null ? DeclaredProperties.NONE : of(ofType, action);
  }

  /**
   * Those of subject, resource and action, which can be refused.
   *
   * @param request of types and an action that the schema declares
   * @param action its key
   */
  List<RequestAttribute> refusable(AccessRequest request, String action) {
    var found = new Search();
    found.in(Part.SUBJECT, request.subject().attributes(), ofSubject(request.subject()));
    found.in(Part.ACTION, request.action().attributes(), ofAction(request, action));
    found.in(
        Part.RESOURCE, request.resource().attributes(), of(resources, request.resource().type()));
    return found.names;
  }

  /** Those of the context: it is shared by applications, so what one sends another may not know. */
  List<RequestAttribute> ofContext(AccessRequest request) {
    var found = new Search();
    found.in(Part.CONTEXT, request.context(), context);
    return found.names;
  }

  private static DeclaredProperties of(Map<String, DeclaredProperties> all, String name) {
    DeclaredProperties declared = all.get(name);
    return declared == null ? DeclaredProperties.NONE : declared;
  }

  /** Collects names; without garbage where there are none. */
  private static final class Search {

    private List<RequestAttribute> names = List.of();

    void in(Part part, Attributes given, DeclaredProperties declared) {
      if (!declared.coverAll(given)) {
        in(part, "", given, declared);
      }
    }

    private void in(Part part, String path, Attributes given, DeclaredProperties declared) {
      for (String name : given.names()) {
        DeclaredProperties inside = declared.under(name);
        Value value = given.get(name);
        if (inside == null) {
          add(new RequestAttribute(part, path + name));
        } else if (value != null) {
          members(part, path + name + ".", value, inside);
        }
      }
    }

    private void members(Part part, String path, Value value, DeclaredProperties declared) {
      for (Value each : declared.records(value)) {
        if (each instanceof Value.Structure structure) {
          in(part, path, structure.attributes(), declared);
        }
      }
    }

    private void add(RequestAttribute name) {
      if (names.isEmpty()) {
        names = new ArrayList<>();
      }
      if (names.size() < MAX_TOLD && !names.contains(name)) {
        names.add(name);
      }
    }
  }
}
