package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Structure;
import dev.verdict.policy.work.WorkMeter;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.function.Consumer;

/** Holds what an author wrote as a value against the type that it should have. */
public final class WrittenValue {

  private static final List<String> REFERENCE_KEYS = List.of("type", "id", "in");

  private final Diagnostics diagnostics;
  private final DeprecationWarnings deprecation;

  public WrittenValue(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    deprecation = new DeprecationWarnings(diagnostics);
  }

  /**
   * Checks the names of an attribute and of what is in its value.
   *
   * @param owner of the attribute, in messages
   */
  public void checkNames(YamlNode.Entry entry, String owner, AttributeDeclaration declaration) {
    deprecation.check(
        "`" + declaration.name() + "` of " + owner, declaration.deprecated(), entry.key().span());
    checkNames(entry.value(), declaration.type());
  }

  /**
   * Reports names that the records of a type do not have. A request may say more than the schema
   * knows of; in a file such a name is a slip.
   */
  private void checkNames(YamlNode node, Type type) {
    Consumer<YamlNode> check =
        switch (type.kind()) {
          case STRUCTURE -> written -> checkMembers(written, (Structure) type);
          case REFERENCE -> this::checkReference;
          case SET -> written -> checkElements(written, ((Type.SetOf) type).element());
          case LIST -> written -> checkElements(written, ((Type.ListOf) type).element());
          case SIMPLE, ENUMERATION -> written -> {};
        };
    check.accept(node);
  }

  private void checkMembers(YamlNode node, Structure type) {
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(entry -> checkMember(entry, type));
    }
  }

  private void checkElements(YamlNode node, Type element) {
    if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> checkNames(item, element));
    }
  }

  /** One that is written as its id has no names. */
  private void checkReference(YamlNode node) {
    if (node instanceof YamlNode.Mapping) {
      MappingReader.open(node, "a reference", REFERENCE_KEYS, diagnostics)
          .ifPresent(reader -> reader.items("in").forEach(this::checkReference));
    }
  }

  private void checkMember(YamlNode.Entry entry, Structure structure) {
    String name = entry.key().value();
    int index = structure.indexOf(name);
    if (index >= 0) {
      Type.Member member = structure.members().get(index);
      deprecation.check(
          "`" + name + "` of the type `" + structure + "`",
          member.deprecated(),
          entry.key().span());
      checkNames(entry.value(), member.type());
      return;
    }
    diagnostics.report(
        DiagnosticCode.UNKNOWN_ATTRIBUTE,
        entry.key().span(),
        "`"
            + structure
            + "` has no member `"
            + name
            + "`"
            + Suggestion.didYouMean(name, structure.memberNames()));
  }

  /**
   * Whether a value has a type; where it has not, the innermost part that is at fault is reported.
   *
   * @param name of the attribute
   * @param node that the value was read from
   */
  public boolean fits(String name, YamlNode node, Value value, Type type) {
    if (Conversion.convert(value, type, WorkMeter.UNBOUNDED) != null) {
      return true;
    }
    if (type instanceof Structure structure
        && value instanceof Value.Structure given
        && node instanceof YamlNode.Mapping mapping) {
      structure.members().forEach(member -> checkMember(name, mapping, given, member));
    } else if (type instanceof Type.ListOf list
        && list.element() instanceof Structure
        && value instanceof Value.Sequence given
        && node instanceof YamlNode.Sequence sequence
        && given.values().size() == sequence.items().size()) {
      for (int i = 0; i < given.values().size(); i++) {
        fits(name, sequence.items().get(i), given.values().get(i), list.element());
      }
    } else {
      diagnostics.report(
          DiagnosticCode.TYPE_MISMATCH,
          node.span(),
          "`"
              + name
              + "` must be a value of type `"
              + type
              + "`"
              + WrittenForms.advice(node, type));
    }
    return false;
  }

  private void checkMember(
      String name, YamlNode.Mapping mapping, Value.Structure given, Type.Member member) {
    Value value = given.attributes().get(member.name());
    String path = name + "." + member.name();
    if (value == null && !member.optional()) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, mapping.span(), "`" + path + "` is missing");
    } else if (value != null) {
      nodes(mapping, member.name()).forEach(node -> fits(path, node, value, member.type()));
    }
  }

  private static List<YamlNode> nodes(YamlNode.Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().value().equals(key))
        .map(YamlNode.Entry::value)
        .toList();
  }
}
