package dev.verdict.policy.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one effect that matched; nearly always a single one. For one thread. */
final class Matches {

  private static final Comparator<CompiledRule> IN_ORDER =
      Comparator.comparingInt(CompiledRule::order);

  private final CompiledRule first;
  private @Nullable List<CompiledRule> all;

  private Matches(CompiledRule first) {
    this.first = first;
  }

  /** The matches so far and one more. */
  static Matches with(@Nullable Matches soFar, CompiledRule rule) {
    if (soFar == null) {
      return new Matches(rule);
    }
    soFar.add(rule);
    return soFar;
  }

  private void add(CompiledRule rule) {
    if (all == null) {
      all = new ArrayList<>();
      all.add(first);
    }
    all.add(rule);
  }

  boolean isSingle() {
    return all == null;
  }

  /** The one that was found first, which need not be the first of the repository. */
  CompiledRule first() {
    return first;
  }

  /** The first of the repository that denies the whole resource, or null. */
  @Nullable CompiledRule firstDenyingAll() {
    CompiledRule found = first.deniesAll() ? first : null;
    for (int i = 0; all != null && i < all.size(); i++) {
      CompiledRule rule = all.get(i);
      if (rule.deniesAll() && (found == null || rule.precedes(found))) {
        found = rule;
      }
    }
    return found;
  }

  /** In the order of the repository; to be read before another match is added. */
  List<CompiledRule> inOrder() {
    if (all == null) {
      return List.of(first);
    }
    all.sort(IN_ORDER);
    return all;
  }
}
