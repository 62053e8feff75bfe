package dev.verdict.policy.compile;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Expression.Read;
import dev.verdict.policy.function.ToReference;
import dev.verdict.policy.schema.EntityReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition demands of single attributes.
 *
 * <p>A part of a condition that has to hold, like {@code resource.status == 'draft'} or {@code
 * resource.status =~ ['draft', 'sent']}, is false for every other value, and then so is the whole,
 * whatever becomes of its other parts. In the same way {@code within(resource.folder, 'drafts')} is
 * false for all that does not lie there.
 */
final class Demands implements Expression.Visitor<Demands> {

  private final SlotTable slots;
  private final Map<IndexKey, Set<Object>> values = new HashMap<>();
  private final Set<Integer> presence = new HashSet<>();

  private Demands(SlotTable slots) {
    this.slots = slots;
  }

  /**
   * @param conjuncts the parts of a condition that all have to hold
   */
  static Demands of(List<Expression> conjuncts, SlotTable slots) {
    var demands = new Demands(slots);
    conjuncts.forEach(conjunct -> conjunct.accept(demands));
    return demands;
  }

  /** What the condition demands something of. */
  Set<IndexKey> keys() {
    return values.keySet();
  }

  /** The values or ancestors without which the condition is false; empty where it demands none. */
  Set<Object> values(IndexKey key) {
    return values.getOrDefault(key, Set.of());
  }

  /** Whether the condition asks for the attribute's presence, so that its absence is no error. */
  boolean asksForPresence(int slot) {
    return presence.contains(slot);
  }

  @Override
  public Demands has(Expression.Has has) {
    if (has.operand() instanceof Read read) {
      presence.add(slots.number(read.path()));
    }
    return this;
  }

  @Override
  public Demands equal(Expression.Equal equal) {
    if (equal.left() instanceof Read read && equal.right() instanceof Constant constant) {
      demand(read, Set.of(constant.value()));
    } else if (equal.right() instanceof Read read && equal.left() instanceof Constant constant) {
      demand(read, Set.of(constant.value()));
    }
    return this;
  }

  @Override
  public Demands contains(Expression.Contains contains) {
    if (contains.element() instanceof Read read
        && contains.collection() instanceof Constant constant
        && constant.value() instanceof Collection<?> elements) {
      demand(read, elements);
    }
    return this;
  }

  /** Only kinds of values that are equal exactly where the condition language says so. */
  private void demand(Read read, Collection<?> wanted) {
    boolean isPlain =
        wanted.stream().allMatch(value -> value instanceof String || value instanceof Long);
    if (isPlain && !wanted.isEmpty()) {
      values.putIfAbsent(IndexKey.value(slots.number(read.path())), Set.copyOf(wanted));
    }
  }

  @Override
  public Demands within(Expression.Within within) {
    if (within.outer() instanceof Constant constant) {
      Set<Object> outer = references(constant.value());
      if (!outer.isEmpty()) {
        ancestors(within.inner()).ifPresent(key -> values.putIfAbsent(key, outer));
      }
    }
    return this;
  }

  private static Set<Object> references(Object value) {
    Collection<?> all = value instanceof Collection<?> many ? many : Set.of(value);
    return all.stream().allMatch(EntityReference.class::isInstance) ? Set.copyOf(all) : Set.of();
  }

  /** Where the references are: in an attribute, or made of one as by {@code ref('user', ..)}. */
  private Optional<IndexKey> ancestors(Expression inner) {
    if (inner instanceof Read read) {
      return Optional.of(IndexKey.ancestors(slots.number(read.path())));
    }
    return inner instanceof Expression.Call call
            && call.function() instanceof ToReference made
            && call.arguments().get(0) instanceof Read id
        ? Optional.of(IndexKey.ancestors(slots.number(id.path()), made))
        : Optional.empty();
  }

  /** Of no attribute alone, or nothing that an index could find. */
  private Demands nothing() {
    return this;
  }

  @Override
  public Demands constant(Expression.Constant constant) {
    return nothing();
  }

  @Override
  public Demands read(Expression.Read read) {
    return nothing();
  }

  @Override
  public Demands member(Expression.Member member) {
    return nothing();
  }

  @Override
  public Demands use(Expression.Use use) {
    return nothing();
  }

  @Override
  public Demands coalesce(Expression.Coalesce coalesce) {
    return nothing();
  }

  @Override
  public Demands local(Expression.Local local) {
    return nothing();
  }

  @Override
  public Demands choice(Expression.Choice choice) {
    return nothing();
  }

  @Override
  public Demands not(Expression.Not not) {
    return nothing();
  }

  @Override
  public Demands and(Expression.And and) {
    return nothing();
  }

  @Override
  public Demands or(Expression.Or or) {
    return nothing();
  }

  @Override
  public Demands compare(Expression.Compare compare) {
    return nothing();
  }

  @Override
  public Demands quantified(Expression.Quantified quantified) {
    return nothing();
  }

  @Override
  public Demands startsWith(Expression.StartsWith startsWith) {
    return nothing();
  }

  @Override
  public Demands endsWith(Expression.EndsWith endsWith) {
    return nothing();
  }

  @Override
  public Demands matches(Expression.Matches matches) {
    return nothing();
  }

  @Override
  public Demands empty(Expression.Empty empty) {
    return nothing();
  }

  @Override
  public Demands size(Expression.Size size) {
    return nothing();
  }

  @Override
  public Demands arithmetic(Expression.Arithmetic arithmetic) {
    return nothing();
  }

  @Override
  public Demands call(Expression.Call call) {
    return nothing();
  }

  @Override
  public Demands toDecimal(Expression.ToDecimal toDecimal) {
    return nothing();
  }
}
