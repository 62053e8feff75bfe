package dev.verdict.policy.check.expression;

import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;
import java.util.Set;

/** The variables that an expression may use. */
public interface Variables {

  boolean isDeclared(String name);

  /** The use of a variable; empty, and reported, where there is none or it has no type. */
  Optional<Typed> use(Syntax.Name name);

  /** What has to be present where a variable is used that was asked for by {@link #use}. */
  Set<Place> needs(String name);

  /** What a variable stands for, where it is defined as an attribute or a member of one. */
  Optional<Syntax.Access> alias(String name);

  /** How deep the definition of a variable is nested, as far as it was looked at. */
  int depth(String name);
}
