package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that the schema declares in one place: the attributes of a type, or the members of a
 * record. In hash tables, so that nothing has to be made to look for what is not declared.
 * Immutable.
 */
final class DeclaredProperties {

  /** Where no name is declared. */
  static final DeclaredProperties NONE = new DeclaredProperties(Shape.PLAIN, new HashMap<>());

  /** What a value may be that has names inside. */
  private enum Shape {
    /** It has none, or they are no names of the schema. */
    PLAIN,
    RECORD,
    LIST_OF_RECORDS
  }

  private final Shape shape;
  private final Map<String, DeclaredProperties> names;

  private DeclaredProperties(Shape shape, Map<String, DeclaredProperties> names) {
    this.shape = shape;
    this.names = names;
  }

  static DeclaredProperties of(Collection<AttributeDeclaration> declared) {
    return new DeclaredProperties(
        Shape.PLAIN,
        declared.stream()
            .collect(
                Collectors.toMap(
                    AttributeDeclaration::name,
                    each -> of(each.type()),
                    (a, b) -> b,
                    HashMap::new)));
  }

  private static DeclaredProperties of(Type type) {
    if (type instanceof Type.Structure structure) {
      return new DeclaredProperties(Shape.RECORD, members(structure));
    }
    return type instanceof Type.ListOf list && list.element() instanceof Type.Structure structure
        ? new DeclaredProperties(Shape.LIST_OF_RECORDS, members(structure))
        : NONE;
  }

  private static Map<String, DeclaredProperties> members(Type.Structure structure) {
    var members = new HashMap<String, DeclaredProperties>();
    structure.members().forEach(each -> members.put(each.name(), of(each.type())));
    return members;
  }

  /** What is declared under a name; null: nothing is. */
  @Nullable DeclaredProperties under(String name) {
    return names.get(name);
  }

  /** The records that a value of this shape has; none where it has another. */
  List<Value> records(Value value) {
    return switch (shape) {
      case PLAIN -> List.of();
      case RECORD -> value instanceof Value.Structure ? List.of(value) : List.of();
      case LIST_OF_RECORDS ->
          value instanceof Value.Sequence sequence ? sequence.values() : List.of();
    };
  }

  /** Whether every name is declared, inside of records too. Reads no value but these. */
  boolean coverAll(Attributes given) {
    for (int i = 0; i < given.size(); i++) {
      DeclaredProperties declared = names.get(given.name(i));
      if (declared == null || !(declared.isPlain() || declared.coverRecordsOf(given.value(i)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isPlain() {
    return shape == Shape.PLAIN;
  }

  private boolean coverRecordsOf(Value value) {
    for (Value each : records(value)) {
      if (each instanceof Value.Structure record && !coverAll(record.attributes())) {
        return false;
      }
    }
    return true;
  }
}
