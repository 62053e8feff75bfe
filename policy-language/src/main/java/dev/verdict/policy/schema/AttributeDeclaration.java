package dev.verdict.policy.schema;

import java.util.Optional;

/**
 * An attribute that conditions may read.
 *
 * @param name unique among its entity's attributes
 * @param type what its values are
 * @param optional whether a request may come without it; conditions must then guard it
 * @param fromRequest whether a value that comes with the request counts; it wins over stored data
 * @param fromData whether a value that the repository stores counts
 * @param sensitive whether its values may not leave by way of a decision
 * @param deprecated why policies should not read it any more; absent: they may
 */
public record AttributeDeclaration(
    String name,
    Type type,
    boolean optional,
    boolean fromRequest,
    boolean fromData,
    boolean sensitive,
    Optional<String> deprecated) {

  /** Parsers of JSON intern names: the same name mostly is the same object, and soon compared. */
  public AttributeDeclaration {
    name = name.intern();
  }

  /** An attribute whose values are no secret. */
  public AttributeDeclaration(
      String name, Type type, boolean optional, boolean fromRequest, boolean fromData) {
    this(name, type, optional, fromRequest, fromData, false, Optional.empty());
  }
}
