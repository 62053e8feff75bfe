package dev.verdict.policy.rename;

import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the names in attributes that files give: keys, members of records, types of references. */
final class ValueUses {

  private static final Map<String, NameSort> OF_SUBJECTS =
      Map.of("roles", NameSort.ROLE, "scopes", NameSort.SCOPE);

  private final NameUses uses;

  ValueUses(NameUses uses) {
    this.uses = uses;
  }

  /**
   * Some attributes of one owner.
   *
   * @param declared by name; a name that is not among them means nothing
   */
  void attributes(
      Collection<YamlNode.Entry> entries,
      NameSort sort,
      String owner,
      Map<String, AttributeDeclaration> declared) {
    for (YamlNode.Entry entry : entries) {
      String name = entry.key().value();
      AttributeDeclaration declaration = declared.get(name);
      if (sort == NameSort.SUBJECT_ATTRIBUTE && OF_SUBJECTS.containsKey(name)) {
        names(entry.value(), NameDomain.of(OF_SUBJECTS.get(name)));
      } else if (declaration != null && !sort.builtIn().contains(name)) {
        uses.whole(entry.key(), new Name(sort, owner, name));
        value(entry.value(), declaration.type());
      }
    }
  }

  /** A list of names. */
  void names(YamlNode node, NameDomain names) {
    YamlParts.scalars(node).forEach(each -> uses.whole(each, names.named(each.value())));
  }

  private void value(YamlNode node, Type type) {
    switch (type.kind()) {
      case SIMPLE, ENUMERATION -> {}
      case SET -> values(YamlParts.items(node), ((Type.SetOf) type).element());
      case LIST -> values(YamlParts.items(node), ((Type.ListOf) type).element());
      case STRUCTURE -> members(node, (Type.Structure) type);
      case REFERENCE -> reference(node);
    }
  }

  private void values(List<YamlNode> nodes, Type type) {
    nodes.forEach(node -> value(node, type));
  }

  private void members(YamlNode node, Type.Structure record) {
    for (YamlNode.Entry member : YamlParts.entries(node)) {
      int index = record.indexOf(member.key().value());
      if (index >= 0) {
        uses.whole(member.key(), new Name(NameSort.MEMBER, record.name(), member.key().value()));
        value(member.value(), record.members().get(index).type());
      }
    }
  }

  /** An id alone names nothing; {@code { type: .., id: .., in: [..] }} names a type. */
  void reference(YamlNode node) {
    YamlParts.scalar(node, "type")
        .ifPresent(type -> uses.whole(type, Name.of(NameSort.TYPE, type.value())));
    YamlParts.items(node, "in").forEach(this::reference);
  }
}
