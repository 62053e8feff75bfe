package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the {@code entities} of a schema. References may be of these, and of subject and resource
 * types too; what is listed here under the name of such a type says what it lies in.
 */
final class EntityTypesReader {

  private static final List<String> KEYS = List.of("in");

  private final Diagnostics diagnostics;
  private final Map<String, List<String>> containers = new HashMap<>();

  private EntityTypesReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The types of references.
   *
   * @param schema with the keys {@code entities}, {@code subjects} and {@code resources}
   */
  static EntityTypes read(MappingReader schema, Diagnostics diagnostics) {
    var reader = new EntityTypesReader(diagnostics);
    for (String key : List.of("subjects", "resources", "entities")) {
      if (schema.node(key).orElse(null) instanceof YamlNode.Mapping types) {
        types.entries().forEach(entry -> reader.containers.put(entry.key().value(), List.of()));
      }
    }
    List<YamlNode.Entry> entries = schema.entries("entities");
    int limit = diagnostics.limits().of(Limit.ENTITY_TYPES);
    if (entries.size() > limit) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          entries.get(limit).key().span(),
          "`entities` declares " + entries.size() + " types (limit " + limit + ")");
      return new EntityTypes(reader.containers);
    }
    entries.forEach(reader::read);
    return new EntityTypes(reader.containers);
  }

  private void read(YamlNode.Entry entry) {
    String name = entry.key().value();
    Identifier.typeProblem(name)
        .ifPresent(
            problem -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, entry.key().span(), problem));
    MappingReader.open(entry.value(), "the entity type `" + name + "`", KEYS, diagnostics)
        .ifPresent(
            reader -> {
              List<Located<String>> written = reader.texts("in");
              Set<String> known = containers.keySet();
              containers.put(
                  name,
                  written.stream()
                      .filter(container -> isKnown(container, known))
                      .map(Located::value)
                      .distinct()
                      .toList());
            });
  }

  private boolean isKnown(Located<String> name, Set<String> known) {
    if (!known.contains(name.value())) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_TYPE,
          name.span(),
          "unknown entity type `"
              + name.value()
              + "`"
              + Suggestion.nearest(name.value(), known)
                  .map(near -> "; did you mean `" + near + "`?")
                  .orElse("; declare it in `entities`"));
    }
    return known.contains(name.value());
  }
}
