package dev.verdict.policy.rename;

import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the names in {@code schema.yaml}, and the scopes that {@code roles.yaml} lists. */
final class SchemaUses {

  private static final Pattern REFERRED = Pattern.compile("ref<\\s*([^>\\s]+)\\s*>");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String TENANT = "tenant";

  private final NameUses uses;

  SchemaUses(NameUses uses) {
    this.uses = uses;
  }

  /** The scopes of {@code roles.yaml}, whose other names are read as declarations. */
  void roles(YamlNode document) {
    YamlParts.scalars(document, "scopes")
        .forEach(scope -> uses.whole(scope, Name.of(NameSort.SCOPE, scope.value())));
  }

  void schema(YamlNode document) {
    Set<String> records =
        YamlParts.entries(document, "types").stream()
            .map(entry -> entry.key().value())
            .collect(Collectors.toSet());
    for (YamlNode.Entry record : YamlParts.entries(document, "types")) {
      uses.whole(record.key(), Name.of(NameSort.RECORD_TYPE, record.key().value()));
      attributes(record.value(), NameSort.MEMBER, record.key().value(), records);
    }
    for (YamlNode.Entry entity : YamlParts.entries(document, "entities")) {
      type(entity.key());
      YamlParts.scalars(entity.value(), "in").forEach(this::type);
    }
    for (YamlNode.Entry subject : YamlParts.entries(document, "subjects")) {
      owner(subject, NameSort.SUBJECT_ATTRIBUTE, records);
    }
    for (YamlNode.Entry resource : YamlParts.entries(document, "resources")) {
      owner(resource, NameSort.RESOURCE_ATTRIBUTE, records);
      actions(resource, records);
    }
    YamlParts.value(document, "context")
        .ifPresent(node -> attributes(node, NameSort.CONTEXT_ATTRIBUTE, "context", records));
  }

  private void type(YamlNode.Scalar name) {
    uses.whole(name, Name.of(NameSort.TYPE, name.value()));
  }

  private void owner(YamlNode.Entry entry, NameSort sort, Set<String> records) {
    String owner = entry.key().value();
    type(entry.key());
    YamlParts.value(entry.value(), "attributes")
        .ifPresent(node -> attributes(node, sort, owner, records));
    YamlParts.scalar(entry.value(), TENANT)
        .ifPresentOrElse(
            name -> uses.whole(name, new Name(sort, owner, name.value())),
            () -> uses.imply(new Name(sort, owner, TENANT)));
  }

  private void actions(YamlNode.Entry resource, Set<String> records) {
    String type = resource.key().value();
    YamlNode actions = YamlParts.value(resource.value(), "actions").orElse(resource.value());
    if (YamlParts.entries(actions).isEmpty()) {
      YamlParts.scalars(actions).forEach(name -> action(type, name));
      return;
    }
    for (YamlNode.Entry action : YamlParts.entries(actions)) {
      if (isSetting(action)) {
        continue;
      }
      action(type, action.key());
      YamlParts.value(action.value(), "attributes")
          .ifPresent(
              node ->
                  attributes(
                      node, NameSort.ACTION_ATTRIBUTE, type + "." + action.key().value(), records));
    }
  }

  /** {@code open: true} says something of the set; {@code open: {}} declares an action. */
  private static boolean isSetting(YamlNode.Entry entry) {
    return entry.key().value().equals("open") && YamlParts.scalar(entry.value()).isPresent();
  }

  private void action(String type, YamlNode.Scalar name) {
    uses.whole(name, new Name(NameSort.ACTION, type, name.value()));
  }

  private void attributes(YamlNode node, NameSort sort, String owner, Set<String> records) {
    for (YamlNode.Entry attribute : YamlParts.entries(node)) {
      String name = attribute.key().value();
      if (!sort.builtIn().contains(name)) {
        uses.whole(attribute.key(), new Name(sort, owner, name));
      }
      YamlParts.scalar(attribute.value())
          .or(() -> YamlParts.scalar(attribute.value(), "type"))
          .flatMap(YamlNode.Scalar::text)
          .ifPresent(text -> typeNames(text, records));
    }
  }

  /**
   * Within {@code list<Address>?} or {@code set<ref<user>>}; the values of an enum are no types.
   */
  private void typeNames(MappedText text, Set<String> records) {
    String written = text.text();
    if (written.strip().startsWith("enum")) {
      return;
    }
    Matcher referred = REFERRED.matcher(written);
    if (referred.find()) {
      Set<Name> meant = Set.of(Name.of(NameSort.TYPE, referred.group(1)));
      uses.part(text, referred.start(1), referred.end(1), meant);
      return;
    }
    Matcher word = WORD.matcher(written);
    while (word.find()) {
      if (records.contains(word.group())) {
        Set<Name> meant = Set.of(Name.of(NameSort.RECORD_TYPE, word.group()));
        uses.part(text, word.start(), word.end(), meant);
      }
    }
  }
}
