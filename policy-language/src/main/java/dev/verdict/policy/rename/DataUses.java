package dev.verdict.policy.rename;

import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/** Finds the names in stored attributes. */
final class DataUses {

  private final Schema schema;
  private final NameUses uses;
  private final ValueUses values;

  DataUses(Schema schema, NameUses uses) {
    this.schema = schema;
    this.uses = uses;
    values = new ValueUses(uses);
  }

  void data(YamlNode document) {
    for (YamlNode.Entry type : YamlParts.entries(document, "subjects")) {
      entities(
          type,
          NameSort.SUBJECT_ATTRIBUTE,
          Optional.ofNullable(schema.subjects().get(type.key().value()))
              .map(SubjectType::attributes));
    }
    for (YamlNode.Entry type : YamlParts.entries(document, "resources")) {
      entities(
          type,
          NameSort.RESOURCE_ATTRIBUTE,
          Optional.ofNullable(schema.resources().get(type.key().value()))
              .map(ResourceType::attributes));
    }
    for (YamlNode.Entry type : YamlParts.entries(document, "entities")) {
      type(type.key());
      YamlParts.entries(type.value()).forEach(entity -> values.reference(entity.value()));
    }
  }

  private void entities(
      YamlNode.Entry type, NameSort sort, Optional<Map<String, AttributeDeclaration>> declared) {
    type(type.key());
    for (YamlNode.Entry entity : YamlParts.entries(type.value())) {
      values.attributes(
          YamlParts.entries(entity.value()), sort, type.key().value(), declared.orElse(Map.of()));
    }
  }

  private void type(YamlNode.Scalar name) {
    uses.whole(name, Name.of(NameSort.TYPE, name.value()));
  }
}
