package dev.verdict.policy.evaluate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one resource type for tenants that have some of their own. Made when policies are
 * loaded, so that a decision looks up one list, and only for those pairs of action and tenant where
 * the base alone does not decide. Immutable.
 */
public final class Overlays {

  private final Map<String, Map<String, ActionRules>> rules;

  /**
   * @param rules by key of the action, then by tenant: those of the base and those of the tenant
   *     together
   */
  public Overlays(Map<String, Map<String, ActionRules>> rules) {
    var copy = new HashMap<String, Map<String, ActionRules>>();
    rules.forEach((action, byTenant) -> copy.put(action, Map.copyOf(byTenant)));
    this.rules = Map.copyOf(copy);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * The rules on an action for a tenant's resources.
   *
   * @param tenant of the resource, never of the subject
   * @return null where the tenant has none of its own
   */
  @Nullable ActionRules find(String action, Object tenant) {
    Map<String, ActionRules> byTenant = rules.get(action);
    return byTenant == null ? null : byTenant.get(tenant);
  }

  /** The rules on an action for each tenant that has some of its own. */
  Collection<ActionRules> of(String action) {
    return rules.getOrDefault(action, Map.of()).values();
  }
}
