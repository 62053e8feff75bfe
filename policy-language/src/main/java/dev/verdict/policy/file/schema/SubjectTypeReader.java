package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.Vocabulary;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the declaration of a type of subject. */
final class SubjectTypeReader {

  private static final Vocabulary TYPE =
      Vocabulary.of(List.of("tenant", "attributes"))
          .advising("properties", "write `attributes`")
          .advising("fields", "write `attributes`")
          .advising("roles", "they are declared in `roles.yaml`")
          .advising("in", "write it in `entities`, under the name of the type")
          .advising("memberOf", "write `in` in `entities`, under the name of the type")
          .advising("memberOfTypes", "write `in` in `entities`, under the name of the type")
          .advising("description", "write it behind a `#`");
  private static final List<String> BUILT_IN = List.of("id", "type");
  private static final List<String> TARGETED = List.of("roles", "scopes");
  private static final Type STRINGS = new Type.SetOf(Type.Simple.STRING);

  private final TypeReader types;
  private final Diagnostics diagnostics;

  SubjectTypeReader(TypeReader types, Diagnostics diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  Optional<SubjectType> read(YamlNode.Entry entry) {
    String name = entry.key().value();
    return MappingReader.open(entry.value(), "the subject type `" + name + "`", TYPE, diagnostics)
        .map(reader -> type(name, reader));
  }

  private SubjectType type(String name, MappingReader reader) {
    List<YamlNode.Entry> entries = reader.entries("attributes");
    Map<String, AttributeDeclaration> attributes =
        new AttributesReader(types, diagnostics).read(entries, BUILT_IN);
    for (String targeted : TARGETED) {
      attributes.putIfAbsent(
          targeted, new AttributeDeclaration(targeted, STRINGS, true, true, true));
    }
    for (YamlNode.Entry entry : entries) {
      checkTargeted(entry.key(), attributes);
    }
    return new SubjectType(name, attributes, TenantAttribute.read(reader, attributes, diagnostics));
  }

  /** Rules target roles and scopes, so these cannot be just anything. */
  private void checkTargeted(YamlNode.Scalar key, Map<String, AttributeDeclaration> attributes) {
    AttributeDeclaration declaration = attributes.get(key.value());
    if (TARGETED.contains(key.value())
        && declaration != null
        && !declaration.type().equals(STRINGS)) {
      diagnostics.report(
          DiagnosticCode.TYPE_MISMATCH,
          key.span(),
          "`" + key.value() + "` must be a `set<string>`; leave it out, or declare it so");
    }
  }
}
