package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.LocalVariable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known where an expression stands. A variable of a {@code let} knows nothing of where it
 * is used, so it cannot read the names of elements.
 *
 * @param present what may be absent elsewhere and is not here
 * @param locals the names of elements, within the conditions of quantifiers
 */
public record Known(Set<Place> present, Map<String, LocalVariable> locals) {

  /** Of a whole condition, or of a variable. */
  public static final Known NOTHING = new Known(Set.of(), Map.of());

  public Known {
    present = Set.copyOf(present);
    locals = Map.copyOf(locals);
  }

  /** The same where more is present. */
  public Known and(Set<Place> more) {
    var all = new HashSet<>(present);
    all.addAll(more);
    return new Known(all, locals);
  }

  /** The same within the condition on an element. */
  public Known with(LocalVariable element) {
    var all = new HashMap<>(locals);
    all.put(element.name(), element);
    return new Known(present, all);
  }
}
