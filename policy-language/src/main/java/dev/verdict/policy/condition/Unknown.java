package dev.verdict.policy.condition;

import dev.verdict.policy.request.RequestAttribute;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * In the place of a value that depends on attributes which are not known yet. Names those of them
 * that matter: {@code false && U} is false, and nothing is left to be learned.
 */
public final class Unknown extends NoValue {

  private final Set<RequestAttribute> attributes;

  private Unknown(Set<RequestAttribute> attributes) {
    this.attributes = Collections.unmodifiableSet(attributes);
  }

  static Unknown of(RequestAttribute attribute) {
    return new Unknown(Set.of(attribute));
  }

  /** At least one, in the order in which they were read. */
  public Set<RequestAttribute> attributes() {
    return attributes;
  }

  /** What depends on this and on another one. */
  public Unknown union(Unknown other) {
    var all = new LinkedHashSet<>(attributes);
    all.addAll(other.attributes);
    return new Unknown(all);
  }

  @Override
  public <A> void accept(Visitor<A> visitor, A argument) {
    visitor.unknown(this, argument);
  }

  @Override
  NoValue and(NoValue later) {
    return later.after(this);
  }

  @Override
  NoValue after(EvaluationError earlier) {
    return this;
  }

  @Override
  NoValue after(Unknown earlier) {
    return earlier.union(this);
  }
}
