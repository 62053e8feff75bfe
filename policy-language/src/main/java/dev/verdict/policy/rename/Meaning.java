package dev.verdict.policy.rename;

import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.schema.Type;
import java.util.Optional;

/**
 * What an expression is, as far as names hang on it.
 *
 * @param type where it may have members; absent: it has none
 */
record Meaning(Optional<Type> type, NameDomain names) {

  static final Meaning PLAIN = new Meaning(Optional.empty(), NameDomain.NONE);

  static Meaning of(NameDomain names) {
    return new Meaning(Optional.empty(), names);
  }

  static Meaning of(Type type) {
    return new Meaning(Optional.of(type), NameDomain.NONE);
  }

  /** One of the two. */
  Meaning or(Meaning other) {
    return new Meaning(type.or(other::type), names.or(other.names));
  }

  /** A member of the set or list that this is. */
  Meaning element() {
    return new Meaning(type.flatMap(Types::elementOf), names);
  }

  /** The record that this is. */
  Optional<Type.Structure> record() {
    return type.filter(Type.Structure.class::isInstance).map(Type.Structure.class::cast);
  }
}
