package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads subjects or resources of tests, and remembers those that have a name. */
final class EntityReader {

  private static final Set<String> IDENTITY = Set.of("type", "id");

  private final String kind;
  private final Function<String, Optional<Map<String, AttributeDeclaration>>> types;
  private final Diagnostics diagnostics;
  private final PropertyReader values;
  private final Map<String, Fixture> fixtures = new HashMap<>();

  /**
   * A named entity.
   *
   * @param entity absent: it cannot be read, which was reported
   * @param otherwise where another file describes another entity by the same name
   */
  private record Fixture(Optional<Entity> entity, Span place, Optional<Span> otherwise) {}

  /**
   * @param kind in messages: {@code subject}
   * @param types finds the declared attributes of a type
   */
  EntityReader(
      String kind,
      Function<String, Optional<Map<String, AttributeDeclaration>>> types,
      Diagnostics diagnostics) {
    this.kind = kind;
    this.types = types;
    this.diagnostics = diagnostics;
    values = new PropertyReader(diagnostics);
  }

  /** With the fixtures so far, and more to come. */
  EntityReader copy() {
    var copy = new EntityReader(kind, types, diagnostics);
    copy.fixtures.putAll(fixtures);
    return copy;
  }

  /**
   * Remembers a fixture, whose name has to be new; one that cannot be read is known, so that its
   * use is not an error too.
   */
  void fixture(YamlNode.Entry entry) {
    Fixture first = fixtures.putIfAbsent(entry.key().value(), read(entry));
    if (first != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          entry.key().span(),
          "the "
              + kind
              + " `"
              + entry.key().value()
              + "` is already described at "
              + first.place());
    }
  }

  /** Remembers a fixture of one of several files, each with names of its own. */
  void fixtureOfSome(YamlNode.Entry entry) {
    Fixture found = read(entry);
    fixtures.merge(
        entry.key().value(),
        found,
        (first, other) ->
            first.entity().equals(other.entity())
                ? first
                : new Fixture(first.entity(), first.place(), Optional.of(other.place())));
  }

  private Fixture read(YamlNode.Entry entry) {
    return new Fixture(
        entity(entry.value(), Optional.of(entry.key().value()), /* typed= */ true),
        entry.key().span(),
        Optional.empty());
  }

  /** A fixture by its name, or an entity that is described in place. */
  Optional<Entity> read(YamlNode node) {
    if (node instanceof YamlNode.Mapping) {
      return entity(node, Optional.empty(), /* typed= */ false);
    }
    return MappingReader.scalar(
            node, "a " + kind, "the name of a fixture, or a mapping", diagnostics)
        .flatMap(scalar -> named(new Located<>(scalar.value(), scalar.span())));
  }

  /** A fixture by its name. */
  Optional<Entity> named(Located<String> name) {
    Fixture fixture = fixtures.get(name.value());
    if (fixture == null) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_FIXTURE,
          name.span(),
          "unknown "
              + kind
              + " `"
              + name.value()
              + "`"
              + Suggestion.didYouMean(name.value(), fixtures.keySet()));
      return Optional.empty();
    }
    fixture.otherwise().ifPresent(other -> reportAmbiguous(name, fixture.place(), other));
    return fixture.entity().filter(entity -> fixture.otherwise().isEmpty());
  }

  private void reportAmbiguous(Located<String> name, Span place, Span other) {
    diagnostics.report(
        DiagnosticCode.DUPLICATE_NAME,
        name.span(),
        "the "
            + kind
            + " `"
            + name.value()
            + "` is one thing at "
            + place
            + " and another at "
            + other
            + "; give one of them another name, or keep one in `tests/fixtures.yaml`");
  }

  private Optional<Entity> entity(YamlNode node, Optional<String> defaultId, boolean typed) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      MappingReader.wrongShape(diagnostics, "a " + kind, "a mapping", node);
      return Optional.empty();
    }
    Optional<String> type = member(mapping, "type", Optional.empty());
    Optional<String> id = member(mapping, "id", defaultId);
    if (type.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Entity(type.get(), id.get(), attributes(mapping, type.get(), typed)));
    } catch (InvalidRequestException e) {
      diagnostics.report(DiagnosticCode.WRONG_SHAPE, node.span(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> member(
      YamlNode.Mapping mapping, String key, Optional<String> defaultValue) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key().value().equals(key)) {
        return MappingReader.scalar(entry.value(), "`" + key + "`", "text", diagnostics)
            .map(YamlNode.Scalar::value);
      }
    }
    if (defaultValue.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.MISSING_KEY, mapping.span(), "a " + kind + " needs the key `" + key + "`");
    }
    return defaultValue;
  }

  /** All but type and id. That a type is not declared is for the decision to say. */
  private Attributes attributes(YamlNode.Mapping mapping, String type, boolean typed) {
    List<YamlNode.Entry> entries =
        mapping.entries().stream()
            .filter(entry -> !IDENTITY.contains(entry.key().value()))
            .toList();
    Optional<Map<String, AttributeDeclaration>> declared = types.apply(type);
    return values.read(entries, "the " + kind + " type `" + type + "`", declared, typed);
  }
}
