package dev.verdict.policy.overview;

import dev.verdict.policy.schema.ActionPattern;
import java.util.List;
import java.util.Optional;

/**
 * What applies to one action on one resource type, in the order in which it is considered: the
 * tenant guard, the rules that deny, those that permit.
 *
 * @param action its name; of an open set also patterns, which stand for the names that begin so and
 *     have no entry of their own
 * @param tenantAttribute of the resource, that the tenant guard holds against the subject's tenant;
 *     absent: there is no guard
 * @param grants ways past the guard, in the order of the file
 * @param rules those that deny first; of one effect, those that hold for every tenant before those
 *     of overlays, in the order of the repository
 */
public record ActionOverview(
    String resource,
    String action,
    Optional<String> tenantAttribute,
    List<GrantOverview> grants,
    List<RuleOverview> rules) {

  public ActionOverview {
    grants = List.copyOf(grants);
    rules = List.copyOf(rules);
  }

  /** Whether it stands for names of an open set that nobody named. */
  public boolean isOpen() {
    return ActionPattern.isPattern(action);
  }
}
