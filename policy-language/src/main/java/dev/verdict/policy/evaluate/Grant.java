package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;
import dev.verdict.policy.tree.GrantTree;

/**
 * A cross-tenant grant, ready to be evaluated.
 *
 * @param tree what it requires, for explanations
 * @param covers whether it is for who asks, now. The tenants, the resource type and the action are
 *     the business of {@link Grants}
 * @param price what that costs, whatever the request holds
 * @param periods in which that does not depend on the time
 */
public record Grant(GrantTree tree, Node covers, long price, HoldingPeriods periods) {

  String id() {
    return tree.id();
  }
}
