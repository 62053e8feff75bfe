package dev.verdict.policy.rename;

import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the names in the authors' tests. */
final class TestUses {

  private final Schema schema;
  private final NameUses uses;
  private final ValueUses values;

  /** The types of the resources that all files name; those of a file count there first. */
  private final Map<String, String> everywhere = new HashMap<>();

  TestUses(Schema schema, NameUses uses) {
    this.schema = schema;
    this.uses = uses;
    values = new ValueUses(uses);
  }

  void tests(List<YamlNode> documents) {
    documents.forEach(document -> everywhere.putAll(types(document)));
    documents.forEach(document -> new File(document).collect());
  }

  private static Map<String, String> types(YamlNode document) {
    var types = new HashMap<String, String>();
    for (YamlNode.Entry fixture : YamlParts.entries(document, "resources")) {
      YamlParts.scalar(fixture.value(), "type")
          .ifPresent(type -> types.put(fixture.key().value(), type.value()));
    }
    return types;
  }

  private void subject(YamlNode node) {
    entity(
        node,
        NameSort.SUBJECT_ATTRIBUTE,
        type -> Optional.ofNullable(schema.subjects().get(type)).map(SubjectType::attributes));
  }

  private void resource(YamlNode node) {
    entity(
        node,
        NameSort.RESOURCE_ATTRIBUTE,
        type -> Optional.ofNullable(schema.resources().get(type)).map(ResourceType::attributes));
  }

  private void entity(YamlNode node, NameSort sort, Declared declared) {
    YamlParts.scalar(node, "type")
        .ifPresent(
            type -> {
              uses.whole(type, Name.of(NameSort.TYPE, type.value()));
              values.attributes(
                  YamlParts.entries(node),
                  sort,
                  type.value(),
                  declared.apply(type.value()).orElse(Map.of()));
            });
  }

  private void context(YamlNode owner) {
    values.attributes(
        YamlParts.entries(owner, "context"),
        NameSort.CONTEXT_ATTRIBUTE,
        "context",
        schema.context());
  }

  /** Finds the declared attributes of a type. */
  private interface Declared
      extends Function<String, Optional<Map<String, AttributeDeclaration>>> {}

  /** One file and its fixtures. */
  private final class File {

    private final YamlNode document;
    private final Map<String, String> fixtures;

    File(YamlNode document) {
      this.document = document;
      fixtures = types(document);
    }

    void collect() {
      YamlParts.entries(document, "subjects").forEach(fixture -> subject(fixture.value()));
      YamlParts.entries(document, "resources").forEach(fixture -> resource(fixture.value()));
      context(document);
      YamlParts.items(document, "tests").forEach(this::test);
      YamlParts.items(document, "matrices").forEach(this::matrix);
    }

    private void test(YamlNode test) {
      YamlParts.value(test, "subject").ifPresent(TestUses.this::subject);
      YamlParts.value(test, "actor").ifPresent(TestUses.this::subject);
      YamlParts.value(test, "resource").ifPresent(TestUses.this::resource);
      context(test);
      Set<String> types =
          YamlParts.value(test, "resource").stream()
              .flatMap(this::type)
              .collect(Collectors.toUnmodifiableSet());
      YamlParts.value(test, "action").ifPresent(action -> action(action, types));
      fields(test, types);
    }

    /** Of a resource in place, or of the fixture of that name. */
    private Stream<String> type(YamlNode resource) {
      return YamlParts.scalar(resource, "type")
          .map(YamlNode.Scalar::value)
          .or(() -> YamlParts.scalar(resource).flatMap(name -> fixture(name.value())))
          .stream();
    }

    private Optional<String> fixture(String name) {
      return Optional.ofNullable(fixtures.get(name))
          .or(() -> Optional.ofNullable(everywhere.get(name)));
    }

    private void action(YamlNode node, Set<String> types) {
      Optional<YamlNode.Scalar> name =
          YamlParts.scalar(node).or(() -> YamlParts.scalar(node, "name"));
      name.ifPresent(found -> action(found, types));
      for (String type : types) {
        name.flatMap(found -> declaration(type, found.value()))
            .ifPresent(found -> attributes(node, type, found));
      }
    }

    private void attributes(YamlNode node, String type, ActionDeclaration action) {
      var declared = new HashMap<>(action.attributes());
      if (action.writes()) {
        declared.remove(ActionDeclaration.FIELDS);
        var names = new NameDomain(NameSort.RESOURCE_ATTRIBUTE, Set.of(type));
        YamlParts.value(node, ActionDeclaration.FIELDS)
            .ifPresent(fields -> values.names(fields, names));
      }
      String owner = type + "." + action.name();
      values.attributes(YamlParts.entries(node), NameSort.ACTION_ATTRIBUTE, owner, declared);
    }

    /** The name of an action of those types that have it. */
    private void action(YamlNode.Scalar name, Set<String> types) {
      Set<String> owners =
          types.stream()
              .filter(type -> isOpen(type) || declaration(type, name.value()).isPresent())
              .collect(Collectors.toUnmodifiableSet());
      uses.whole(name, new NameDomain(NameSort.ACTION, owners).named(name.value()));
    }

    /** Whether a type has actions that nothing declares. */
    private boolean isOpen(String type) {
      return Optional.ofNullable(schema.resources().get(type))
          .flatMap(ResourceType::open)
          .isPresent();
    }

    private Optional<ActionDeclaration> declaration(String type, String action) {
      return Optional.ofNullable(schema.resources().get(type))
          .map(found -> found.actions().get(action));
    }

    /** A list, or {@code { except: [..] }}. */
    private void fields(YamlNode test, Set<String> types) {
      var names = new NameDomain(NameSort.RESOURCE_ATTRIBUTE, types);
      YamlParts.value(test, "fields")
          .ifPresent(node -> values.names(YamlParts.value(node, "except").orElse(node), names));
    }

    private void matrix(YamlNode matrix) {
      context(matrix);
      Set<String> types =
          YamlParts.scalars(matrix, "resources")
              .flatMap(name -> fixture(name.value()).stream())
              .collect(Collectors.toUnmodifiableSet());
      YamlParts.scalars(matrix, "actions").forEach(action -> action(action, types));
      for (YamlNode.Entry subject : YamlParts.entries(matrix, "permit")) {
        Collection<YamlNode.Entry> byResource = YamlParts.entries(subject.value());
        if (byResource.isEmpty()) {
          YamlParts.scalars(subject.value()).forEach(action -> action(action, types));
        }
        for (YamlNode.Entry each : byResource) {
          Set<String> type = fixture(each.key().value()).stream().collect(Collectors.toSet());
          YamlParts.scalars(each.value()).forEach(action -> action(action, type));
        }
      }
    }
  }
}
