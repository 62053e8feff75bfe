package dev.verdict.policy.file.data;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what lies in what: type, then id, then {@code in}. */
final class HierarchyReader {

  private static final List<String> KEYS = List.of("in");
  private static final List<String> REFERENCE_KEYS = List.of("type", "id");

  private final EntityTypes types;
  private final Diagnostics diagnostics;
  private final Map<EntityReference, Set<EntityReference>> containers = new LinkedHashMap<>();

  /** Each entity once, however often it is named: a group may have a million members. */
  private final Map<EntityReference, EntityReference> named = new HashMap<>();

  private final Map<EntityReference, Span> places = new HashMap<>();

  HierarchyReader(EntityTypes types, Diagnostics diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Takes all entities of one type. */
  void read(YamlNode.Entry entry) {
    String type = entry.key().value();
    if (!isKnown(type, entry.key())) {
      return;
    }
    if (types.containersOf(type).isEmpty()) {
      report(
          DiagnosticCode.WRONG_SHAPE,
          entry.key().span(),
          "by the schema a `" + type + "` lies in nothing; say there what it may lie in");
      return;
    }
    for (YamlNode.Entry entity :
        MappingReader.entries(entry.value(), "`" + type + "`", diagnostics)) {
      read(type, entity);
    }
  }

  /** What all files say together. */
  Hierarchy found() {
    return new Hierarchy(new Ancestry(containers, places, diagnostics).all());
  }

  private void read(String type, YamlNode.Entry entity) {
    Optional<EntityReference> reference = reference(type, entity.key());
    Optional<MappingReader> reader =
        MappingReader.open(entity.value(), "`" + entity.key().value() + "`", KEYS, diagnostics);
    if (reference.isEmpty() || reader.isEmpty() || !isNew(reference.get(), entity.key())) {
      return;
    }
    var found = new LinkedHashSet<EntityReference>();
    reader
        .get()
        .requiredNode("in")
        .ifPresent(
            node -> {
              for (YamlNode item : items(node)) {
                container(item, types.containersOf(type)).ifPresent(found::add);
              }
            });
    containers.put(reference.get(), Set.copyOf(found));
  }

  /** A list, or a single one in its place. */
  private static List<YamlNode> items(YamlNode node) {
    return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
  }

  private Optional<EntityReference> container(YamlNode node, List<String> candidates) {
    if (node instanceof YamlNode.Mapping) {
      return MappingReader.open(node, "an item of `in`", REFERENCE_KEYS, diagnostics)
          .flatMap(reader -> typed(reader, candidates));
    }
    Optional<YamlNode.Scalar> id =
        MappingReader.scalar(node, "an item of `in`", "an id", diagnostics);
    if (id.isPresent() && candidates.size() > 1) {
      return report(
          DiagnosticCode.WRONG_SHAPE,
          node.span(),
          "this could be of type `"
              + String.join("` or `", candidates)
              + "`; write `{ type: .., id: .. }`");
    }
    return id.flatMap(found -> reference(candidates.get(0), found));
  }

  private Optional<EntityReference> typed(MappingReader reader, List<String> candidates) {
    Optional<YamlNode.Scalar> type = reader.requiredScalar("type");
    Optional<YamlNode.Scalar> id = reader.requiredScalar("id");
    if (type.isEmpty() || id.isEmpty() || !isKnown(type.get().value(), type.get())) {
      return Optional.empty();
    }
    return candidates.contains(type.get().value())
        ? reference(type.get().value(), id.get())
        : report(
            DiagnosticCode.TYPE_MISMATCH,
            type.get().span(),
            "by the schema this may lie in a `"
                + String.join("` or `", candidates)
                + "`, not in a `"
                + type.get().value()
                + "`");
  }

  private Optional<EntityReference> reference(String type, YamlNode.Scalar id) {
    return EntityReference.isId(id.value())
        ? Optional.of(named(new EntityReference(type, id.value())))
        : report(
            DiagnosticCode.WRONG_SHAPE,
            id.span(),
            "an id has from 1 to "
                + Limit.ID_LENGTH.standard()
                + " characters, at least one of them visible");
  }

  private EntityReference named(EntityReference reference) {
    EntityReference first = named.putIfAbsent(reference, reference);
    return first == null ? reference : first;
  }

  private boolean isKnown(String type, YamlNode.Scalar place) {
    if (!types.names().contains(type)) {
      report(
          DiagnosticCode.UNKNOWN_TYPE,
          place.span(),
          "unknown entity type `" + type + "`" + Suggestion.didYouMean(type, types.names()));
    }
    return types.names().contains(type);
  }

  private boolean isNew(EntityReference reference, YamlNode.Scalar id) {
    Span first = places.putIfAbsent(reference, id.span());
    if (first != null) {
      report(
          DiagnosticCode.DUPLICATE_NAME,
          id.span(),
          "the " + reference.type() + " `" + id.value() + "` is already described at " + first);
    }
    return first == null;
  }

  private <T> Optional<T> report(DiagnosticCode code, Span span, String message) {
    diagnostics.report(code, span, message);
    return Optional.empty();
  }
}
