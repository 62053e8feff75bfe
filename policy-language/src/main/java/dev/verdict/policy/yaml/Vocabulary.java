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

  /** What YAML 1.1 calls a merge of mappings. */
  private static final String MERGE = "<<";

  /**
   * A key of other languages.
   *
   * @param advice what to write instead, a sentence part for behind a semicolon
   * @param meant the keys that are not missing where this one stands for them
   * @param sameValue whether the one that is meant may have the same value
   */
  public record Foreign(String advice, Set<String> meant, boolean sameValue) {
    public Foreign {
      meant = Set.copyOf(meant);
    }
  }

  /** What other systems call some keys, wherever they stand. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("reason", "because"),
          Map.entry("to", "until"),
          Map.entry("end", "until"),
          Map.entry("expires", "until"),
          Map.entry("start", "from"),
          Map.entry("since", "from"),
          Map.entry("principal", "subject"),
          Map.entry("user", "subject"),
          Map.entry("principals", "subjects"),
          Map.entry("users", "subjects"),
          Map.entry("object", "resource"),
          Map.entry("objects", "resources"),
          Map.entry("operation", "action"),
          Map.entry("allow", "permit"),
          Map.entry("allowed", "permit"),
          Map.entry("exclude", "except"),
          Map.entry("excluding", "except"),
          Map.entry("version", "format"),
          Map.entry("anyOf", "any"),
          Map.entry("oneOf", "any"),
          Map.entry("allOf", "all"),
          Map.entry("decision", "expect"),
          Map.entry("effect", "expect"),
          Map.entry("result", "expect"),
          Map.entry("parents", "in"),
          Map.entry("memberOf", "in"),
          Map.entry("condition", "when"));

  public Vocabulary {
    keys = List.copyOf(keys);
    foreign = Map.copyOf(foreign);
  }

  public static Vocabulary of(List<String> keys) {
    return new Vocabulary(keys, Map.of());
  }

  /** The same, which also knows what to say to a key that it does not have. */
  public Vocabulary advising(String key, String advice, String... meant) {
    return with(key, new Foreign(advice, Set.of(meant), meant.length == 1));
  }

  /** The same for a key whose value is written in another way under the one that is meant. */
  public Vocabulary advisingAnew(String key, String advice, String meant) {
    return with(key, new Foreign(advice, Set.of(meant), false));
  }

  private Vocabulary with(String key, Foreign known) {
    var all = new HashMap<>(foreign);
    all.put(key, known);
    return new Vocabulary(keys, all);
  }

  /** Which keys an unknown one may have been meant for. */
  Set<String> meantBy(String key) {
    Foreign known = foreign.get(key);
    return known != null ? known.meant() : near(key).map(Set::of).orElseGet(Set::of);
  }

  /** The key under which the same value is right. */
  Optional<String> insteadOf(String key) {
    Foreign known = foreign.get(key);
    Set<String> meant = meantBy(key);
    return meant.size() == 1 && (known == null || known.sameValue())
        ? Optional.of(meant.iterator().next())
        : Optional.empty();
  }

  private Optional<String> near(String key) {
    return Optional.ofNullable(SYNONYMS.get(key))
        .filter(keys::contains)
        .or(() -> Suggestion.nearest(key, keys));
  }

  /** Whether it is known why an unknown key is written. */
  boolean knows(String key) {
    return foreign.containsKey(key) || key.equals(MERGE);
  }

  /** What to write instead of an unknown key. */
  String advice(String key) {
    Optional<String> known = Optional.ofNullable(foreign.get(key)).map(Foreign::advice);
    if (known.isPresent()) {
      return "; " + known.get();
    }
    if (key.equals(MERGE)) {
      return "; keys are not merged from elsewhere, so write them out";
    }
    return near(key)
        .map(name -> "; did you mean `" + name + "`?")
        .orElseGet(() -> "; it may have `" + String.join("`, `", keys) + "`");
  }
}
