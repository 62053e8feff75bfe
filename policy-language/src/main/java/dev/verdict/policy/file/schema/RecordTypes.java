package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Structure;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record types of a schema, its {@code types} section. They may be declared in any order, so
 * each is read when it is first named. A record cannot hold itself, and nests only so deep.
 */
final class RecordTypes {

  private static final List<String> MEMBER = List.of("type", "deprecated");

  private final Map<String, YamlNode.Entry> declarations = new LinkedHashMap<>();
  private final Map<String, Optional<Structure>> read = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final List<String> open = new ArrayList<>();
  private final TypeReader types;
  private final Diagnostics diagnostics;

  RecordTypes(List<YamlNode.Entry> declarations, EntityTypes entities, Diagnostics diagnostics) {
    declarations.forEach(entry -> this.declarations.put(entry.key().value(), entry));
    this.types = new TypeReader(this, entities, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Reads all of them, named elsewhere or not; what reads the types of attributes. */
  TypeReader readAll() {
    for (YamlNode.Entry entry : declarations.values()) {
      nameProblem(entry.key().value())
          .ifPresent(message -> report(DiagnosticCode.WRONG_SHAPE, entry.key(), message));
      find(entry.key().value(), entry.key());
    }
    return types;
  }

  private static Optional<String> nameProblem(String name) {
    if (TypeReader.isBuiltIn(name)) {
      return Optional.of("`" + name + "` is a type already; choose another name");
    }
    return TypeReader.isLikeBuiltIn(name)
        ? Optional.of("`" + name + "` reads like a type that is always there; choose another name")
        : Identifier.problem(name);
  }

  Set<String> names() {
    return declarations.keySet();
  }

  /**
   * The type of that name.
   *
   * @param place where it is named
   * @return empty where there is none, or what is wrong with it is reported
   */
  Optional<Structure> find(String name, YamlNode.Scalar place) {
    YamlNode.Entry declaration = declarations.get(name);
    if (declaration == null) {
      return Optional.empty();
    }
    if (open.contains(name)) {
      return report(
          DiagnosticCode.WRONG_SHAPE,
          place,
          "a record cannot hold itself: `" + String.join("` > `", open) + "` > `" + name + "`");
    }
    Optional<Structure> known = read.get(name);
    Optional<Structure> found = known == null ? read(name, declaration) : known;
    return found.isPresent() && open.size() + depth(found.get()) > maxDepth()
        ? tooDeep(place)
        : found;
  }

  private Optional<Structure> read(String name, YamlNode.Entry declaration) {
    if (open.size() == maxDepth()) {
      return tooDeep(declaration.key());
    }
    open.add(name);
    int errors = diagnostics.errors();
    List<YamlNode.Entry> entries =
        MappingReader.entries(declaration.value(), "the type `" + name + "`", diagnostics);
    var type = new Structure(name, members(entries));
    open.remove(open.size() - 1);
    checkSize(name, entries.size(), declaration);
    Optional<Structure> result =
        diagnostics.errors() == errors ? Optional.of(type) : Optional.empty();
    read.put(name, result);
    depths.put(
        name, 1 + type.members().stream().mapToInt(each -> depth(each.type())).max().orElse(0));
    return result;
  }

  private List<Type.Member> members(List<YamlNode.Entry> entries) {
    var members = new ArrayList<Type.Member>();
    for (YamlNode.Entry entry : entries) {
      String name = entry.key().value();
      Identifier.attributeProblem(name)
          .ifPresent(problem -> report(DiagnosticCode.WRONG_SHAPE, entry.key(), problem));
      member(name, entry.value()).ifPresent(members::add);
    }
    return members;
  }

  private Optional<Type.Member> member(String name, YamlNode written) {
    String what = "the member `" + name + "`";
    if (written instanceof YamlNode.Mapping) {
      return MappingReader.open(written, what, MEMBER, diagnostics)
          .flatMap(reader -> member(name, reader));
    }
    return MappingReader.scalar(written, what, "a type, or a mapping with one", diagnostics)
        .flatMap(types::read)
        .map(found -> new Type.Member(name, found.type(), found.optional()));
  }

  private Optional<Type.Member> member(String name, MappingReader reader) {
    Optional<String> deprecated = Sentence.deprecated(reader, diagnostics);
    return reader
        .requiredScalar("type")
        .flatMap(types::read)
        .map(found -> new Type.Member(name, found.type(), found.optional(), deprecated));
  }

  private void checkSize(String name, int size, YamlNode.Entry declaration) {
    int limit = diagnostics.limits().of(Limit.RECORD_MEMBERS);
    if (size > limit) {
      report(
          DiagnosticCode.TOO_MANY,
          declaration.key(),
          "`" + name + "` has " + size + " members (limit " + limit + ")");
    }
    if (size == 0 && declaration.value() instanceof YamlNode.Mapping) {
      report(
          DiagnosticCode.WRONG_SHAPE,
          declaration.key(),
          "the type `" + name + "` has no members; name at least one");
    }
  }

  /** How many records deep values of a type are. */
  private int depth(Type type) {
    return switch (type.kind()) {
      case SET -> depth(((Type.SetOf) type).element());
      case LIST -> depth(((Type.ListOf) type).element());
      case STRUCTURE -> depths.getOrDefault(((Structure) type).name(), 0);
      case SIMPLE, ENUMERATION, REFERENCE -> 0;
    };
  }

  private int maxDepth() {
    return diagnostics.limits().of(Limit.RECORD_NESTING);
  }

  private Optional<Structure> tooDeep(YamlNode.Scalar place) {
    return report(
        DiagnosticCode.TOO_MANY, place, "records hold records more than " + maxDepth() + " deep");
  }

  private Optional<Structure> report(DiagnosticCode code, YamlNode.Scalar place, String message) {
    diagnostics.report(code, place.span(), message);
    return Optional.empty();
  }
}
