package dev.verdict.policy.file.data;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files of {@code data/}, which may each hold a part, and checks them by the schema. */
public final class DataReader {

  private static final List<String> KEYS = List.of("subjects", "resources", "entities");

  private DataReader() {}

  /**
   * What the files hold together. What does not fit the schema is reported and left out.
   *
   * @param documents one after the other; none is kept
   */
  public static StoredAttributes read(
      Stream<YamlNode> documents, Schema schema, Diagnostics diagnostics) {
    var subjects =
        new EntityReader(
            "subject",
            DiagnosticCode.UNKNOWN_SUBJECT_TYPE,
            attributes(schema.subjects(), SubjectType::attributes),
            diagnostics);
    var resources =
        new EntityReader(
            "resource",
            DiagnosticCode.UNKNOWN_RESOURCE_TYPE,
            attributes(schema.resources(), ResourceType::attributes),
            diagnostics);
    var hierarchy = new HierarchyReader(schema.entities(), diagnostics);
    documents
        .flatMap(
            document -> MappingReader.open(document, "a data file", KEYS, diagnostics).stream())
        .forEachOrdered(
            reader -> {
              reader.entries("subjects").forEach(subjects::read);
              reader.entries("resources").forEach(resources::read);
              reader.entries("entities").forEach(hierarchy::read);
            });
    return new StoredAttributes(subjects.found(), resources.found(), hierarchy.found());
  }

  private static <T> Map<String, Map<String, AttributeDeclaration>> attributes(
      Map<String, T> types, Function<T, Map<String, AttributeDeclaration>> attributes) {
    var byType = new HashMap<String, Map<String, AttributeDeclaration>>();
    types.forEach((name, type) -> byType.put(name, attributes.apply(type)));
    return byType;
  }
}
