package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.Vocabulary;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the declaration of a type of resource. */
final class ResourceTypeReader {

  private static final Vocabulary TYPE =
      Vocabulary.of(List.of("tenant", "tenant-isolated", "actions", "attributes"))
          .advising("properties", "write `attributes`", "attributes")
          .advising("fields", "write `attributes`", "attributes")
          .advising("permissions", "write `actions`", "actions")
          .advising("relations", "declare an attribute that refers: `owner: ref<user>`")
          .advising("writes", "an action says it of itself: `update: { writes: true }`")
          .advising("in", "write it in `entities`, under the name of the type")
          .advising("memberOf", "write `in` in `entities`, under the name of the type")
          .advising("memberOfTypes", "write `in` in `entities`, under the name of the type")
          .advising("description", "write it behind a `#`");
  private static final List<String> BUILT_IN = List.of("id", "type");

  private final TypeReader types;
  private final Diagnostics diagnostics;

  ResourceTypeReader(TypeReader types, Diagnostics diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  Optional<ResourceType> read(YamlNode.Entry entry) {
    String what = "the resource type `" + entry.key().value() + "`";
    return MappingReader.open(entry.value(), what, TYPE, diagnostics)
        .map(reader -> type(entry.key(), reader));
  }

  private ResourceType type(YamlNode.Scalar name, MappingReader reader) {
    List<YamlNode.Entry> entries = reader.entries("attributes");
    Map<String, AttributeDeclaration> attributes =
        new AttributesReader(types, diagnostics).read(entries, BUILT_IN);
    var actions = new ActionsReader(name.value(), !entries.isEmpty(), types, diagnostics);
    return new ResourceType(
        name.value(),
        actions.read(reader),
        actions.others(),
        attributes,
        tenant(name, reader, entries, attributes));
  }

  private Optional<String> tenant(
      YamlNode.Scalar name,
      MappingReader reader,
      List<YamlNode.Entry> entries,
      Map<String, AttributeDeclaration> attributes) {
    boolean isolated = reader.flag("tenant-isolated").orElse(true);
    if (!isolated) {
      reader
          .node("tenant")
          .ifPresent(
              tenant ->
                  report(
                      tenant.span(),
                      "`tenant` and `tenant-isolated: false` contradict each other; keep one"));
      return Optional.empty();
    }
    Optional<String> tenant = TenantAttribute.read(reader, attributes, diagnostics);
    if (tenant.isEmpty()
        && !reader.has("tenant")
        && !reader.isMeant("tenant-isolated")
        && !declares(entries, "tenant")) {
      diagnostics.report(
          DiagnosticCode.TENANT_UNDECLARED,
          name.span(),
          "`"
              + name.value()
              + "` has no attribute that holds its tenant; declare `tenant: string`, name another"
              + " attribute with the key `tenant`, or write `tenant-isolated: false` if every"
              + " tenant may reach it");
    }
    return tenant;
  }

  /** Whether the author wrote such an attribute, well or not. */
  private static boolean declares(List<YamlNode.Entry> entries, String name) {
    return entries.stream().anyMatch(entry -> entry.key().value().equals(name));
  }

  private void report(Span span, String message) {
    diagnostics.report(DiagnosticCode.WRONG_SHAPE, span, message);
  }
}
