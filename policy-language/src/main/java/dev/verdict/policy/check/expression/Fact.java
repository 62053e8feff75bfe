package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.AttributePath.Root;

/**
 * Something that is known where a part of a condition stands, since another part was true or false.
 * Facts of two parts add up where both hold; of either part only those hold that both tell.
 */
public sealed interface Fact permits Place, Fact.Excluded {

  /**
   * The request is not of that type, or for that action: {@code subject.type == 'user'} excludes
   * all others.
   *
   * @param owner a subject type or an action
   */
  record Excluded(Root root, String owner) implements Fact {}
}
