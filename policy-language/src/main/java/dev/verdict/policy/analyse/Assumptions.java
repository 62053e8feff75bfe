package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
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

  private final Map<AttributePath, Domain> domains;
  private final Map<AttributePath, Boolean> present;
  private final IdentityHashMap<Variable, Boolean> variables;

  private Assumptions(
      Map<AttributePath, Domain> domains,
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

  /** That an attribute is one of some values, or is none of them. */
  boolean among(Expression.Read attribute, Collection<?> values, boolean wanted) {
    Domain domain = domain(attribute);
    return put(attribute, wanted ? domain.only(values) : domain.except(values));
  }

  /** That an attribute stands in an order to a value. */
  boolean ordered(Expression.Read attribute, Order order, Object value) {
    return put(attribute, domain(attribute).ordered(order, value));
  }

  boolean equal(Expression.Read attribute, Object value, boolean wanted) {
    return among(attribute, List.of(value), wanted);
  }

  private Domain domain(Expression.Read attribute) {
    return domains.getOrDefault(attribute.path(), Domain.of(attribute.type()));
  }

  private boolean put(Expression.Read attribute, Domain domain) {
    domains.put(attribute.path(), domain);
    return !domain.isEmpty();
  }
}
