package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.Vocabulary;
import dev.verdict.policy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code schema.yaml}, and the parts of a schema that is split over several files. */
public final class SchemaReader {

  private static final Vocabulary SCHEMA =
      Vocabulary.of(List.of("types", "entities", "subjects", "resources", "context", "tenants"))
          .advising("subject", "write `subjects`", "subjects")
          .advising("users", "write `subjects`", "subjects")
          .advising("principals", "write `subjects`", "subjects")
          .advising("resource", "write `resources`", "resources")
          .advising("actions", "actions are declared with each resource type in `resources`")
          .advising("roles", "roles are declared in `roles.yaml`")
          .advising("enums", "an enum is the type of an attribute: `status: enum(a, b)`")
          .advising("environment", "write `context`")
          .advising("version", "`verdict.yaml` says which format the repository has");
  private static final List<String> BUILT_IN_CONTEXT = List.of("now");

  private final Diagnostics diagnostics;

  private SchemaReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The schema of a repository that keeps it in one file. */
  public static Optional<Schema> read(YamlNode document, Diagnostics diagnostics) {
    return read(List.of(document), diagnostics);
  }

  /**
   * The schema of a repository.
   *
   * @param parts the first is the one that is told where something is missing
   * @return empty where any error was reported: to check policies against half a schema would only
   *     report what is not their fault
   */
  public static Optional<Schema> read(List<YamlNode> parts, Diagnostics diagnostics) {
    int errors = diagnostics.errors();
    return SchemaParts.join(parts, diagnostics)
        .flatMap(whole -> MappingReader.open(whole, "the schema", SCHEMA, diagnostics))
        .map(new SchemaReader(diagnostics)::schema)
        .filter(schema -> diagnostics.errors() == errors);
  }

  private Schema schema(MappingReader reader) {
    reader.requiredNode("subjects");
    reader.requiredNode("resources");
    EntityTypes entities = EntityTypesReader.read(reader, diagnostics);
    TypeReader types = new RecordTypes(reader.entries("types"), entities, diagnostics).readAll();
    var subjects = new SubjectTypeReader(types, diagnostics);
    var resources = new ResourceTypeReader(types, diagnostics);
    return new Schema(
        types(reader.entries("subjects"), subjects::read),
        types(reader.entries("resources"), resources::read),
        new AttributesReader(types, diagnostics).read(reader.entries("context"), BUILT_IN_CONTEXT),
        entities,
        reader.node("tenants").isPresent()
            ? Optional.of(
                reader.texts("tenants").stream()
                    .map(Located::value)
                    .collect(Collectors.toUnmodifiableSet()))
            : Optional.empty());
  }

  private <T> Map<String, T> types(
      List<YamlNode.Entry> entries, Function<YamlNode.Entry, Optional<T>> read) {
    var types = new LinkedHashMap<String, T>();
    for (YamlNode.Entry entry : entries) {
      String name = entry.key().value();
      Identifier.typeProblem(name)
          .ifPresent(
              problem ->
                  diagnostics.report(DiagnosticCode.WRONG_SHAPE, entry.key().span(), problem));
      read.apply(entry).ifPresent(type -> types.put(name, type));
    }
    return types;
  }
}
