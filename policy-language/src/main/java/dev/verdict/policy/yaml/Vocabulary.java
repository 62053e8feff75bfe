package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that a mapping may have, and those that people expect who know other languages.
 *
 * @param keys all that it may have, in the order to list them
 * @param foreign by key, what to write instead
 */
public record Vocabulary(List<String> keys, Map<String, Foreign> foreign) {

  /**
   * A key of other languages.
   *
   * @param advice what to write instead, a sentence part for behind a semicolon
   * @param meant the keys that are not missing where this one stands for them
   */
  public record Foreign(String advice, Set<String> meant) {
    public Foreign {
      meant = Set.copyOf(meant);
    }
  }

  public Vocabulary {
    keys = List.copyOf(keys);
    foreign = Map.copyOf(foreign);
  }

  public static Vocabulary of(List<String> keys) {
    return new Vocabulary(keys, Map.of());
  }

  /** The same, which also knows what to say to a key that it does not have. */
  public Vocabulary advising(String key, String advice, String... meant) {
    var all = new HashMap<>(foreign);
    all.put(key, new Foreign(advice, Set.of(meant)));
    return new Vocabulary(keys, all);
  }

  /** Which keys an unknown one may have been meant for. */
  Set<String> meantBy(String key) {
    Foreign known = foreign.get(key);
    return known != null
        ? known.meant()
        : Suggestion.nearest(key, keys).map(Set::of).orElseGet(Set::of);
  }

  /** What to write instead of an unknown key. */
  String advice(String key) {
    Optional<String> known = Optional.ofNullable(foreign.get(key)).map(Foreign::advice);
    if (known.isPresent()) {
      return "; " + known.get();
    }
    String suggestion = Suggestion.didYouMean(key, keys);
    return suggestion.isEmpty() ? "; it may have `" + String.join("`, `", keys) + "`" : suggestion;
  }
}
