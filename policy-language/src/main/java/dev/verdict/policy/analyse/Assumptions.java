package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Order;
import dev.verdict.policy.expression.Variable;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is taken for granted of one request while a condition is followed. Every method says whether
 * the new assumption can stand beside the earlier ones.
 */
final class Assumptions {

  private final Map<Object, Domain> domains;
  private final Map<AttributePath, Boolean> present;
  private final IdentityHashMap<Variable, Boolean> variables;

  private Assumptions(
      Map<?, Domain> domains,
      Map<AttributePath, Boolean> present,
      IdentityHashMap<Variable, Boolean> variables) {
    this.domains = new HashMap<>(domains);
    this.present = new HashMap<>(present);
    this.variables = new IdentityHashMap<>(variables);
  }

  /** Nothing but what a rule's target says of attributes. */
  static Assumptions of(Map<AttributePath, Domain> domains) {
    return new Assumptions(domains, Map.of(), new IdentityHashMap<>());
  }

  Assumptions copy() {
    return new Assumptions(domains, present, variables);
  }

  /** What was assumed of a variable before; absent, and now assumed: nothing. */
  Optional<Boolean> variable(Variable variable, boolean value) {
    return Optional.ofNullable(variables.putIfAbsent(variable, value));
  }

  /** That an attribute is present, or is not. */
  boolean presence(AttributePath path, boolean value) {
    Boolean known = present.putIfAbsent(path, value);
    return known == null || known == value;
  }

  /** That a term is one of some values, or is none of them. */
  boolean among(Term term, Collection<?> values, boolean wanted) {
    Domain domain = domain(term);
    return put(term, wanted ? domain.only(values) : domain.except(values));
  }

  /** That a term stands in an order to a value. */
  boolean ordered(Term term, Order order, Object value) {
    return put(term, domain(term).ordered(order, value));
  }

  boolean equal(Term term, Object value, boolean wanted) {
    return among(term, List.of(value), wanted);
  }

  private Domain domain(Term term) {
    return domains.getOrDefault(term.key(), term.domain());
  }

  private boolean put(Term term, Domain domain) {
    domains.put(term.key(), domain);
    return !domain.isEmpty();
  }
}
