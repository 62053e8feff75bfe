package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.LocalVariable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known where an expression stands. A variable of a {@code let} knows nothing of where it
 * is used, so it cannot read the names of elements.
 *
 * @param facts what is known of the request
 * @param locals the names of elements, within the conditions of quantifiers
 */
public record Known(Set<Fact> facts, Map<String, LocalVariable> locals) {

  /** Of a whole condition, or of a variable. */
  public static final Known NOTHING = new Known(Set.of(), Map.of());

  public Known {
    facts = Set.copyOf(facts);
    locals = Map.copyOf(locals);
  }

  /** The same where more is known. */
  public Known and(Set<Fact> more) {
    var all = new HashSet<>(facts);
    all.addAll(more);
    return new Known(all, locals);
  }

  /** The same within the condition on an element. */
  public Known with(LocalVariable element) {
    var all = new HashMap<>(locals);
    all.put(element.name(), element);
    return new Known(facts, all);
  }

  /** Whether what may be absent elsewhere is present here. */
  boolean isPresent(Place place) {
    return facts.contains(place);
  }

  /** Whether the request is not of that type, or for that action. */
  boolean isExcluded(Root root, String owner) {
    return facts.contains(new Fact.Excluded(root, owner));
  }
}
