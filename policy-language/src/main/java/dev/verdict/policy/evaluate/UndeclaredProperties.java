package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Properties of a request that the schema does not know, members of records among them. No rule
 * reads them, so whoever sends one is told in an explanation, and refused where the repository
 * wants that. Immutable.
 */
public final class UndeclaredProperties {

  /** Of more nobody is told: a request may have thousands. */
  private static final int MAX_TOLD = 20;

  private final Map<String, Map<String, Type>> subjects;
  private final Map<String, Map<String, Type>> resources;
  private final Map<String, Map<String, Map<String, Type>>> actions;
  private final Map<String, Type> context;

  public UndeclaredProperties(Schema schema) {
    this.subjects =
        schema.subjects().values().stream()
            .collect(Collectors.toMap(SubjectType::name, type -> types(type.attributes())));
    this.resources =
        schema.resources().values().stream()
            .collect(Collectors.toMap(ResourceType::name, type -> types(type.attributes())));
    this.actions =
        schema.resources().values().stream()
            .collect(
                Collectors.toMap(
                    ResourceType::name,
                    type ->
                        type.actions().values().stream()
                            .collect(
                                Collectors.toMap(
                                    ActionDeclaration::name,
                                    action -> types(action.attributes())))));
    this.context = types(schema.context());
  }

  private static Map<String, Type> types(Map<String, AttributeDeclaration> declared) {
    var types = new HashMap<String, Type>();
    declared.values().forEach(each -> types.put(each.name(), each.type()));
    return Collections.unmodifiableMap(types);
  }

  /**
   * Those of subject, resource and action, which can be refused.
   *
   * @param request of types and an action that the schema declares
   * @param action its key
   */
  List<RequestAttribute> refusable(AccessRequest request, String action) {
    String resource = request.resource().type();
    var found = new Search();
    found.in(Part.SUBJECT, request.subject().attributes(), of(subjects, request.subject().type()));
    found.in(
        Part.ACTION,
        request.action().attributes(),
        of(actions.getOrDefault(resource, Map.of()), action));
    found.in(Part.RESOURCE, request.resource().attributes(), of(resources, resource));
    return found.names;
  }

  /** Those of the context: it is shared by applications, so what one sends another may not know. */
  List<RequestAttribute> ofContext(AccessRequest request) {
    var found = new Search();
    found.in(Part.CONTEXT, request.context(), context);
    return found.names;
  }

  private static Map<String, Type> of(Map<String, Map<String, Type>> all, String name) {
    return all.getOrDefault(name, Map.of());
  }

  /** Collects names; without garbage where there are none. */
  private static final class Search {

    private List<RequestAttribute> names = List.of();

    void in(Part part, Attributes given, Map<String, Type> declared) {
      if (!given.isEmpty()) {
        in(part, "", given, declared);
      }
    }

    private void in(Part part, String path, Attributes given, Map<String, Type> declared) {
      for (String name : given.names()) {
        Type type = declared.get(name);
        Value value = given.get(name);
        if (type == null) {
          add(new RequestAttribute(part, path + name));
        } else if (value != null && mayHoldMembers(value)) {
          members(part, path + name, value, type);
        }
      }
    }

    private static boolean mayHoldMembers(Value value) {
      return value instanceof Value.Structure || value instanceof Value.Sequence;
    }

    private void members(Part part, String path, Value value, Type type) {
      if (type instanceof Type.Structure structure && value instanceof Value.Structure given) {
        var declared = new HashMap<String, Type>();
        structure.members().forEach(each -> declared.put(each.name(), each.type()));
        in(part, path + ".", given.attributes(), declared);
      } else if (type instanceof Type.ListOf list
          && list.element() instanceof Type.Structure
          && value instanceof Value.Sequence sequence) {
        sequence.values().forEach(each -> members(part, path, each, list.element()));
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
