package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.schema.OpenActions;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.CoreSchema;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@code actions} of a resource type: names, or names with what is known of each, and
 * whether the set is open to others.
 */
final class ActionsReader {

  private static final List<String> KEYS = List.of("attributes", "writes", "silence", "deprecated");
  private static final String OPEN = "open";
  private static final List<String> BUILT_IN = List.of("name");
  private static final List<String> BUILT_IN_OF_WRITES = List.of("name", ActionDeclaration.FIELDS);

  private final String resource;
  private final boolean hasAttributes;
  private final TypeReader types;
  private final Diagnostics diagnostics;
  private final Map<String, ActionDeclaration> actions = new LinkedHashMap<>();
  private boolean open;

  /**
   * @param resource the type
   * @param hasAttributes whether it declares some, well or not
   */
  ActionsReader(String resource, boolean hasAttributes, TypeReader types, Diagnostics diagnostics) {
    this.resource = resource;
    this.hasAttributes = hasAttributes;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** What else may be an action, once the others are read. */
  Optional<OpenActions> others() {
    return open ? Optional.of(OpenActions.of(declared(), List.of())) : Optional.empty();
  }

  private List<String> declared() {
    return actions.keySet().stream().filter(key -> !ActionPattern.isPattern(key)).toList();
  }

  /** The actions by name, in their order; of an open set also what stands for the rest. */
  Map<String, ActionDeclaration> read(MappingReader reader) {
    Optional<YamlNode> node = reader.requiredNode("actions");
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(this::add);
      if (actions.isEmpty()) {
        report(mapping.span(), "`actions` lists nothing; name at least one");
      }
      return actions;
    }
    for (Located<String> action : reader.texts("actions")) {
      add(ActionDeclaration.reading(action.value(), Map.of(), action.span()));
    }
    return actions;
  }

  /** An action that is called {@code open} has a mapping, as each has; the flag is a word. */
  private void add(YamlNode.Entry entry) {
    if (!entry.key().value().equals(OPEN) || entry.value() instanceof YamlNode.Mapping) {
      add(action(entry));
      return;
    }
    if (entry.value() instanceof YamlNode.Scalar flag
        && CoreSchema.flag(flag).equals(Optional.of(true))) {
      open = true;
      actions.put(
          ActionPattern.ALL, ActionDeclaration.undeclared(ActionPattern.ALL, entry.key().span()));
    } else {
      report(
          entry.value().span(),
          "`open` must be `true`, or a mapping where an action is called so; a set without it is"
              + " closed");
    }
  }

  private ActionDeclaration action(YamlNode.Entry entry) {
    YamlNode.Scalar name = entry.key();
    return MappingReader.open(entry.value(), "the action `" + name.value() + "`", KEYS, diagnostics)
        .map(reader -> action(name, reader))
        .orElseGet(() -> ActionDeclaration.reading(name.value(), Map.of(), name.span()));
  }

  private ActionDeclaration action(YamlNode.Scalar name, MappingReader reader) {
    SilenceReader.read(reader, new Region(name.span(), reader.region().end()), diagnostics);
    boolean writes = reader.flag("writes").orElse(false);
    if (writes && !hasAttributes) {
      report(
          reader.node("writes").orElseThrow().span(),
          "`"
              + resource
              + "` has no attributes that `"
              + name.value()
              + "` could change; declare them, or leave out `writes`");
    }
    Map<String, AttributeDeclaration> attributes =
        new AttributesReader(types, diagnostics)
            .read(reader.entries("attributes"), writes ? BUILT_IN_OF_WRITES : BUILT_IN);
    ActionDeclaration action =
        writes
            ? ActionDeclaration.writing(name.value(), attributes, name.span())
            : ActionDeclaration.reading(name.value(), attributes, name.span());
    return action.deprecated(Sentence.deprecated(reader, diagnostics));
  }

  private void add(ActionDeclaration action) {
    Identifier.actionProblem(action.name()).ifPresent(problem -> report(action.span(), problem));
    if (actions.putIfAbsent(action.name(), action) != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          action.span(),
          "the action `" + action.name() + "` is listed twice");
    }
  }

  private void report(Span span, String message) {
    diagnostics.report(DiagnosticCode.WRONG_SHAPE, span, message);
  }
}
