package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * All that is needed to decide on one resource type. Immutable.
 *
 * @param guard absent where the type is not tenant-isolated
 * @param roles numbers the roles of the targets
 * @param scopes numbers the scopes of the targets
 * @param subjectRoles reads the subject's roles; the empty set where it has none
 * @param subjectScopes reads the subject's scopes; the empty set where it has none
 * @param actions by name: every action of the type, with or without rules
 * @param overlays the rules of tenants that have some of their own; empty where there is no guard
 * @param dependsOnTime whether a condition reads {@code context.now}
 */
public record ResourceProgram(
    String type,
    Frame.Layout layout,
    Optional<TenantGuard> guard,
    NameIndex roles,
    NameIndex scopes,
    Node subjectRoles,
    Node subjectScopes,
    Map<String, ActionRules> actions,
    Overlays overlays,
    boolean dependsOnTime) {

  private static final long[] NOTHING = {};

  public ResourceProgram {
    actions = Map.copyOf(actions);
    if (guard.isEmpty() && !overlays.isEmpty()) {
      throw new IllegalArgumentException(
          "overlays: of `" + type + "`, which has no guard (expected: none)");
    }
  }

  /**
   * The rules on an action that hold for the resource of a request that the guard let pass.
   *
   * @param base the rules on that action that hold for every tenant
   */
  ActionRules rules(ActionRules base, String action, Frame frame) {
    if (overlays.isEmpty()) {
      return base;
    }
    ActionRules own = overlays.find(action, guard.orElseThrow().resourceTenant().evaluate(frame));
    return own == null ? base : own;
  }

  /**
   * The subject as targets see it; in its place the reason where its roles or scopes are no sets.
   */
  Object requester(String subjectType, Frame frame) {
    Object roleBits = bits(roles, subjectRoles, frame);
    Object scopeBits = bits(scopes, subjectScopes, frame);
    if (roleBits instanceof EvaluationError error) {
      return malformed(error);
    }
    if (scopeBits instanceof EvaluationError error) {
      return malformed(error);
    }
    return new Requester(subjectType, (long[]) roleBits, (long[]) scopeBits);
  }

  private static Object bits(NameIndex index, Node names, Frame frame) {
    if (index.isEmpty()) {
      return NOTHING;
    }
    Object value = names.evaluate(frame);
    return value instanceof Collection<?> set ? index.bits(set) : value;
  }

  private static Reason malformed(EvaluationError error) {
    return new Reason(ReasonCode.RULE_ERROR, "the rules could not be matched: " + error.message());
  }
}
