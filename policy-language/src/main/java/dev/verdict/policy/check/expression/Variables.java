package dev.verdict.policy.check.expression;

import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;

/** The variables that an expression may use. */
public interface Variables {

  boolean isDeclared(String name);

  /** The use of a variable; empty, and reported, where there is none or it has no type. */
  Optional<Typed> use(Syntax.Name name);

  /** How deep the definition of a variable is nested, as far as it was looked at. */
  int depth(String name);
}
