package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the declaration of a type of resource. */
final class ResourceTypeReader {

  private static final List<String> KEYS =
      List.of("tenant", "tenant-isolated", "actions", "attributes");
  private static final List<String> ACTION_KEYS = List.of("attributes", "silence");
  private static final List<String> BUILT_IN = List.of("id", "type");
  private static final List<String> BUILT_IN_ACTION = List.of("name");

  private final TypeReader types;
  private final Diagnostics diagnostics;

  ResourceTypeReader(TypeReader types, Diagnostics diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  Optional<ResourceType> read(YamlNode.Entry entry) {
    String what = "the resource type `" + entry.key().value() + "`";
    return MappingReader.open(entry.value(), what, KEYS, diagnostics)
        .map(reader -> type(entry.key(), reader));
  }

  private ResourceType type(YamlNode.Scalar name, MappingReader reader) {
    List<YamlNode.Entry> entries = reader.entries("attributes");
    Map<String, AttributeDeclaration> attributes =
        new AttributesReader(types, diagnostics).read(entries, BUILT_IN);
    return new ResourceType(
        name.value(), actions(reader), attributes, tenant(name, reader, entries, attributes));
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
    if (tenant.isEmpty() && !reader.has("tenant") && !declares(entries, "tenant")) {
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

  private Map<String, ActionDeclaration> actions(MappingReader reader) {
    var actions = new LinkedHashMap<String, ActionDeclaration>();
    Optional<YamlNode> node = reader.requiredNode("actions");
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        add(actions, entry.key().value(), entry.key().span(), actionAttributes(entry));
      }
      if (actions.isEmpty()) {
        report(mapping.span(), "`actions` lists nothing; name at least one");
      }
      return actions;
    }
    for (Located<String> action : reader.texts("actions")) {
      add(actions, action.value(), action.span(), Map.of());
    }
    return actions;
  }

  private Map<String, AttributeDeclaration> actionAttributes(YamlNode.Entry entry) {
    return MappingReader.open(
            entry.value(), "the action `" + entry.key().value() + "`", ACTION_KEYS, diagnostics)
        .map(reader -> actionAttributes(entry.key(), reader))
        .orElse(Map.of());
  }

  private Map<String, AttributeDeclaration> actionAttributes(
      YamlNode.Scalar name, MappingReader action) {
    SilenceReader.read(action, new Region(name.span(), action.region().end()), diagnostics);
    return new AttributesReader(types, diagnostics)
        .read(action.entries("attributes"), BUILT_IN_ACTION);
  }

  private void add(
      Map<String, ActionDeclaration> actions,
      String name,
      Span span,
      Map<String, AttributeDeclaration> attributes) {
    Identifier.actionProblem(name).ifPresent(problem -> report(span, problem));
    if (actions.putIfAbsent(name, new ActionDeclaration(name, attributes, span)) != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME, span, "the action `" + name + "` is listed twice");
    }
  }

  private void report(Span span, String message) {
    diagnostics.report(DiagnosticCode.WRONG_SHAPE, span, message);
  }
}
