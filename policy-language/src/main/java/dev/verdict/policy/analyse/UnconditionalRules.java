package dev.verdict.policy.analyse;

import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules without a condition, to be found by what they may be broader than: comparing each rule
 * with each other would take too long where there are many.
 */
final class UnconditionalRules {

  /** The action, and of what else the target demands one name, or nothing. */
  private record Key(
      String resource, String action, Optional<String> role, Optional<String> scope) {}

  private final Map<Key, List<RuleTree>> byKey = new HashMap<>();
  private final IdentityHashMap<RuleTree, Integer> positions = new IdentityHashMap<>();

  /**
   * @param rules in the order in which they decide
   */
  UnconditionalRules(List<RuleTree> rules) {
    for (RuleTree rule : rules) {
      positions.put(rule, positions.size());
      if (rule.isUnconditional()) {
        add(rule);
      }
    }
  }

  private void add(RuleTree rule) {
    Optional<String> scope = rule.names(Kind.SCOPES).stream().sorted().findFirst();
    Set<String> named = rule.names(Kind.ROLES);
    List<Optional<String>> roles =
        named.isEmpty() ? List.of(Optional.empty()) : named.stream().map(Optional::of).toList();
    for (String action : rule.actions()) {
      for (Optional<String> role : roles) {
        byKey
            .computeIfAbsent(
                new Key(rule.resource(), action, role, scope), key -> new ArrayList<>())
            .add(rule);
      }
    }
  }

  /** Those that may match wherever a rule does; all that do are among them. */
  Stream<RuleTree> candidates(RuleTree rule) {
    String action = rule.actions().iterator().next();
    return orNone(rule.names(Kind.ROLES).stream().limit(1))
        .flatMap(
            role ->
                orNone(rule.names(Kind.SCOPES).stream())
                    .map(scope -> new Key(rule.resource(), action, role, scope)))
        .flatMap(key -> byKey.getOrDefault(key, List.of()).stream());
  }

  private static Stream<Optional<String>> orNone(Stream<String> names) {
    return Stream.concat(Stream.of(Optional.empty()), names.map(Optional::of));
  }

  /** Whether both are known here and one comes before the other. */
  boolean isBefore(RuleTree one, RuleTree other) {
    Integer position = positions.get(one);
    Integer otherPosition = positions.get(other);
    return position != null && (otherPosition == null || position < otherPosition);
  }
}
