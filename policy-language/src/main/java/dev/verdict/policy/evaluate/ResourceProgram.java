package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NameIndex;
import dev.verdict.policy.schema.OpenActions;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to decide on one resource type. Immutable.
 *
 * @param guard absent where the type is not tenant-isolated
 * @param rolesSlot where the subject's roles are, as bits; {@link #NO_SLOT} where no target speaks
 *     of any
 * @param actions by key: every action of the type, with or without rules
 * @param open gives the key of an action; absent: its name
 * @param overlays the rules of tenants that have some of their own; empty where there is no guard
 * @param nodes what evaluates the expressions of the rules, for explanations
 */
public record ResourceProgram(
    String type,
    Frame.Layout layout,
    Optional<TenantGuard> guard,
    int rolesSlot,
    Map<String, ActionRules> actions,
    Optional<OpenActions> open,
    Overlays overlays,
    ExpressionNodes nodes) {

  /** Stands for no slot. */
  public static final int NO_SLOT = -1;

  public ResourceProgram {
    actions = Collections.unmodifiableMap(new HashMap<>(actions));
    if (guard.isEmpty() && !overlays.isEmpty()) {
      throw new IllegalArgumentException(
          "overlays: of `" + type + "`, which has no guard (expected: none)");
    }
  }

  /** Under which the rules on an action are found; null where the type surely does not have it. */
  @Nullable String key(String action) {
    return open.isEmpty() ? action : open.get().key(action);
  }

  /**
   * The rules on an action that hold for the resource of a request that the guard let pass.
   *
   * @param base the rules on that action that hold for every tenant
   * @param key of the action
   */
  ActionRules rules(ActionRules base, String key, Frame frame) {
    if (overlays.isEmpty()) {
      return base;
    }
    ActionRules own = overlays.find(key, guard.orElseThrow().resourceTenant().evaluate(frame));
    return own == null ? base : own;
  }

  /**
   * The roles of who asks, folded into one word: a rule whose {@link Target#signature} shares no
   * bit with it cannot match and is not in error. All bits where the roles have no value.
   */
  long signature(Frame frame) {
    if (rolesSlot == NO_SLOT) {
      return NameIndex.ANYBODY;
    }
    return frame.attribute(rolesSlot) instanceof long[] roles
        ? NameIndex.signature(roles) | NameIndex.ANYBODY
        : ~0L;
  }

  /** The rules that a request may have to ask one after the other, whosever the resource is. */
  List<CompiledRule> longestScan(String key) {
    return Stream.concat(Stream.ofNullable(actions.get(key)), overlays.of(key).stream())
        .map(ActionRules::longestScan)
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
