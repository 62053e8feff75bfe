package dev.verdict.policy.difference;

import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a repository without errors apart into its named things. Whatever stands in a file is part
 * of one of them, so that no change goes unseen.
 */
final class ItemReader {

  private final Map<Item.Key, Item> items = new LinkedHashMap<>();

  private ItemReader() {}

  static Map<Item.Key, Item> read(Workbench repository) {
    var reader = new ItemReader();
    for (FileKind kind : FileKind.values()) {
      repository.documents(kind).forEach(document -> reader.read(kind, document));
    }
    return reader.items;
  }

  private void read(FileKind kind, YamlNode document) {
    switch (kind) {
      case REPOSITORY -> entries(document).forEach(entry -> add(ItemKind.SETTING, entry));
      case SCHEMA -> entries(document).forEach(this::schemaPart);
      case ROLES -> entries(document).forEach(this::rolesPart);
      case GRANTS -> entries(document).forEach(this::grantsPart);
      case VARIABLES -> variables(document);
      case POLICY -> policy(document);
      case DATA -> entries(document).forEach(this::stored);
      case FIXTURES, TEST -> entries(document).forEach(this::testPart);
      case UNKNOWN, OTHER -> throw new IllegalArgumentException(kind + " is not loaded");
    }
  }

  private void schemaPart(YamlNode.Entry part) {
    switch (part.key().value()) {
      case "types" -> entries(part.value()).forEach(each -> add(ItemKind.RECORD_TYPE, each));
      case "entities" -> entries(part.value()).forEach(each -> add(ItemKind.ENTITY_TYPE, each));
      case "context" ->
          entries(part.value()).forEach(each -> add(ItemKind.CONTEXT_ATTRIBUTE, each));
      case "subjects" ->
          entries(part.value())
              .forEach(each -> type(ItemKind.SUBJECT_TYPE, ItemKind.SUBJECT_ATTRIBUTE, each));
      case "resources" ->
          entries(part.value())
              .forEach(each -> type(ItemKind.RESOURCE_TYPE, ItemKind.RESOURCE_ATTRIBUTE, each));
      default -> add(ItemKind.DECLARATION, part);
    }
  }

  private void type(ItemKind kind, ItemKind ofAttributes, YamlNode.Entry type) {
    String name = type.key().value();
    addWithout(Set.of("attributes", "actions"), kind, name, type.value(), type.key().span());
    for (YamlNode.Entry part : entries(type.value())) {
      if (part.key().value().equals("attributes")) {
        addEach(ofAttributes, name + ".", part.value());
      } else if (part.key().value().equals("actions")) {
        addEach(ItemKind.ACTION, name + ": ", part.value());
      }
    }
  }

  private void rolesPart(YamlNode.Entry part) {
    switch (part.key().value()) {
      case "roles" -> addEach(ItemKind.ROLE, "", part.value());
      case "derived" -> addEach(ItemKind.DERIVED_ROLE, "", part.value());
      default -> add(ItemKind.DECLARATION, part);
    }
  }

  private void grantsPart(YamlNode.Entry part) {
    if (part.key().value().equals("grants")) {
      part.value().parts().forEach(grant -> addNamed(ItemKind.GRANT, "", "id", grant));
    } else {
      add(ItemKind.DECLARATION, part);
    }
  }

  private void variables(YamlNode document) {
    String name = name(document, "variables");
    addWithout(Set.of("let"), ItemKind.DECLARATION, name, document, document.span());
    entries(document).stream()
        .filter(part -> part.key().value().equals("let"))
        .forEach(part -> addEach(ItemKind.VARIABLE, name + "/", part.value()));
  }

  private void policy(YamlNode document) {
    String name = tenant(document.span().file()) + name(document, "policy");
    addWithout(Set.of("let", "rules"), ItemKind.POLICY, name, document, document.span());
    for (YamlNode.Entry part : entries(document)) {
      if (part.key().value().equals("let")) {
        addEach(ItemKind.VARIABLE, name + "/", part.value());
      } else if (part.key().value().equals("rules")) {
        part.value().parts().forEach(rule -> addNamed(ItemKind.RULE, name + "/", "id", rule));
      }
    }
  }

  /** An overlay may have a policy of the same name as the base. */
  private static String tenant(String file) {
    String[] names = file.split("/", -1);
    return names[0].equals("tenants") && names.length > 2 ? names[1] + ": " : "";
  }

  private void stored(YamlNode.Entry section) {
    for (YamlNode.Entry type : entries(section.value())) {
      addEach(
          ItemKind.STORED_ENTITY,
          section.key().value() + " " + type.key().value() + " ",
          type.value());
    }
  }

  private void testPart(YamlNode.Entry part) {
    switch (part.key().value()) {
      case "subjects", "resources" ->
          addEach(ItemKind.FIXTURE, part.key().value() + " ", part.value());
      case "tests" ->
          part.value().parts().forEach(test -> addNamed(ItemKind.TEST, "", "name", test));
      case "matrices" ->
          part.value().parts().forEach(matrix -> addNamed(ItemKind.MATRIX, "", "name", matrix));
      default -> add(ItemKind.DECLARATION, part);
    }
  }

  private void addEach(ItemKind kind, String prefix, YamlNode named) {
    entries(named)
        .forEach(
            entry ->
                put(
                    kind,
                    prefix + entry.key().value(),
                    parts(entry.value(), Set.of()),
                    entry.key().span()));
    if (named instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> put(kind, prefix + FlowText.of(item), Map.of(), item.span()));
    }
  }

  private void addNamed(ItemKind kind, String prefix, String key, YamlNode node) {
    put(kind, prefix + name(node, key), parts(node, Set.of(key)), node.span());
  }

  private void addWithout(Set<String> left, ItemKind kind, String name, YamlNode node, Span span) {
    put(kind, name, parts(node, left), span);
  }

  private void add(ItemKind kind, YamlNode.Entry entry) {
    put(kind, entry.key().value(), parts(entry.value(), Set.of()), entry.key().span());
  }

  /** Things of one name in two files are told apart by their files. */
  private void put(ItemKind kind, String name, Map<String, String> parts, Span span) {
    var key = new Item.Key(kind, name);
    if (items.containsKey(key)) {
      key = new Item.Key(kind, name + " (" + span.file() + ")");
    }
    items.put(key, new Item(kind, key.name(), parts, span));
  }

  private static Map<String, String> parts(YamlNode node, Set<String> left) {
    var parts = new LinkedHashMap<String, String>();
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().stream()
          .filter(entry -> !left.contains(entry.key().value()))
          .forEach(entry -> parts.put(entry.key().value(), FlowText.of(entry.value())));
    } else {
      parts.put("", FlowText.of(node));
    }
    return parts;
  }

  private static String name(YamlNode node, String key) {
    return entries(node).stream()
        .filter(entry -> entry.key().value().equals(key))
        .map(entry -> FlowText.of(entry.value()))
        .findFirst()
        .orElse("?");
  }

  private static List<YamlNode.Entry> entries(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
  }
}
