package dev.verdict.policy.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the named things of two states of a repository; their order says nothing. */
final class ItemComparison {

  private static final Map<String, String> NOTHING = Map.of();

  private ItemComparison() {}

  /** By kind; within a kind in the order of the files, what is gone last. */
  static List<Change> compare(Map<Item.Key, Item> before, Map<Item.Key, Item> after) {
    var changes = new ArrayList<Change>();
    after.forEach(
        (key, item) -> {
          Item old = before.get(key);
          if (old == null) {
            changes.add(change(item, Change.Nature.ADDED, parts(NOTHING, item.parts())));
          } else if (!old.parts().equals(item.parts())) {
            changes.add(change(item, Change.Nature.CHANGED, parts(old.parts(), item.parts())));
          }
        });
    before.forEach(
        (key, item) -> {
          if (!after.containsKey(key)) {
            changes.add(change(item, Change.Nature.REMOVED, parts(item.parts(), NOTHING)));
          }
        });
    changes.sort(Comparator.comparing(Change::kind));
    return changes;
  }

  private static Change change(Item item, Change.Nature nature, List<PartChange> parts) {
    return new Change(item.kind(), item.name(), nature, parts, item.span());
  }

  private static List<PartChange> parts(Map<String, String> before, Map<String, String> after) {
    var keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    return keys.stream()
        .map(key -> new PartChange(key, value(before, key), value(after, key)))
        .filter(part -> !part.before().equals(part.after()))
        .toList();
  }

  private static Optional<String> value(Map<String, String> parts, String key) {
    return Optional.ofNullable(parts.get(key));
  }
}
