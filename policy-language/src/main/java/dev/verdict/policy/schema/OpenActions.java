package dev.verdict.policy.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names that an open set of actions takes beside those that somebody named, and what stands for
 * them. Every name has exactly one key: a named one is its own; any other has the longest pattern
 * that it begins with, and {@link ActionPattern#ALL} where there is none. So rules are found by
 * key, and nothing is held for a name that only a caller knows.
 *
 * <p>A name that differs from a named one, or from the beginning of a pattern, in nothing but upper
 * and lower case, {@code -} and {@code _} is taken for a slip and refused: the application may see
 * one action where rules would see two, and a deny rule on the one would not hold for the other.
 * Names are made of the characters of declared ones, so that no look-alike comes in, and a path has
 * no segments that are empty or dots. Immutable.
 */
public final class OpenActions {

  private static final String MALFORMED =
      "an action is made of letters, digits, `_`, `-`, `.`, `:` and `/`, begins with a letter, has at"
          + " most "
          + Identifier.MAX_LENGTH
          + " characters, and no empty segment, `.` or `..` between slashes";

  private final Set<String> named;

  /** By their folded form; of declared names with one form, any. */
  private final Map<String, String> spellings = new HashMap<>();

  /** What patterns begin with, folded and sorted; the arrays below have the same order. */
  private final String[] beginnings;

  private final String[] prefixes;

  /** The place of the longest beginning that this one begins with; -1: there is none. */
  private final int[] shorter;

  /**
   * @param prefixes by their folded form
   */
  private OpenActions(Collection<String> named, SortedMap<String, String> prefixes) {
    this.named = new HashSet<>(named);
    named.forEach(name -> spellings.put(folded(name), name));
    this.beginnings = prefixes.keySet().toArray(String[]::new);
    this.prefixes = prefixes.values().toArray(String[]::new);
    this.shorter = new int[beginnings.length];
    for (int i = 0; i < beginnings.length; i++) {
      shorter[i] = beginningOf(beginnings[i], i - 1);
    }
  }

  /**
   * An open set. What is declared is taken as it is. What is mentioned is left out where no request
   * could have it: where it is malformed, or another spelling of something declared or mentioned
   * before.
   *
   * @param mentioned names and patterns that nothing declares, in the order in which they count
   */
  public static OpenActions of(Collection<String> declared, Collection<String> mentioned) {
    var prefixes = new TreeMap<String, String>();
    mentioned.stream()
        .flatMap(pattern -> ActionPattern.prefix(pattern).stream())
        .filter(prefix -> isWellFormed(prefix + "x"))
        .sorted(Comparator.comparingInt(String::length))
        .filter(prefix -> misspelt(prefix, prefixes).isEmpty())
        .forEach(prefix -> prefixes.putIfAbsent(folded(prefix), prefix));
    var named = new HashSet<>(declared);
    var spelt = new HashSet<String>();
    var beside = new OpenActions(declared, prefixes);
    for (String name : mentioned) {
      if (!ActionPattern.isPattern(name) && beside.key(name) != null && !named.contains(name)) {
        if (spelt.add(folded(name))) {
          named.add(name);
        }
      }
    }
    return new OpenActions(named, prefixes);
  }

  /** A shorter prefix, or the same, that the text begins with in another spelling. */
  private static Optional<String> misspelt(String prefix, Map<String, String> known) {
    return ActionPattern.prefixesOf(prefix + "x").stream()
        .filter(part -> !known.getOrDefault(folded(part), part).equals(part))
        .map(part -> known.getOrDefault(folded(part), part))
        .findFirst();
  }

  /** What stands for an action; null where the set does not take the name. */
  public @Nullable String key(String action) {
    if (named.contains(action)) {
      return action;
    }
    if (!isWellFormed(action)) {
      return null;
    }
    String folded = folded(action);
    return spellings.containsKey(folded) || misspeltPlace(action, folded) >= 0
        ? null
        : pattern(action, folded);
  }

  /** A pattern wants something behind its separator. */
  private String pattern(String action, String folded) {
    int longest = longest(folded);
    if (longest >= 0 && prefixes[longest].length() == action.length()) {
      longest = shorter[longest];
    }
    return longest < 0 ? ActionPattern.ALL : ActionPattern.of(prefixes[longest]);
  }

  /** Why the set does not take a name; empty: it does. */
  public Optional<String> objection(String action) {
    if (key(action) != null) {
      return Optional.empty();
    }
    if (!isWellFormed(action)) {
      return Optional.of(MALFORMED);
    }
    String folded = folded(action);
    String meant = spellings.get(folded);
    return Optional.of(
        otherSpelling(
            meant == null ? ActionPattern.of(prefixes[misspeltPlace(action, folded)]) : meant));
  }

  /** Whether there is a pattern for the names with a prefix. */
  public boolean hasPattern(String prefix) {
    int place = Arrays.binarySearch(beginnings, folded(prefix));
    return place >= 0 && prefixes[place].equals(prefix);
  }

  /** Why the set has no pattern for names with a prefix; empty: it has. */
  public Optional<String> objectionToPattern(String prefix) {
    if (!isWellFormed(prefix + "x")) {
      return Optional.of(MALFORMED);
    }
    int place = misspeltPlace(prefix, folded(prefix));
    return place < 0
        ? Optional.empty()
        : Optional.of(otherSpelling(ActionPattern.of(prefixes[place])));
  }

  private static String otherSpelling(String meant) {
    return "it differs from `" + meant + "` only in upper and lower case, `-` or `_`";
  }

  /** The place of a prefix that the name begins with in another spelling; -1: there is none. */
  private int misspeltPlace(String action, String folded) {
    for (int i = longest(folded); i >= 0; i = shorter[i]) {
      if (!action.startsWith(prefixes[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The place of the longest beginning of a folded name; -1: there is none. */
  private int longest(String folded) {
    int found = Arrays.binarySearch(beginnings, folded);
    return beginningOf(folded, found >= 0 ? found : -found - 2);
  }

  /**
   * The place of the longest beginning of a text.
   *
   * <p>INVARIANT: whatever stands between a beginning of the text and the text, in their order,
   * begins with it too. So all that the text begins with is found on the way from the last one
   * before the text to ever shorter ones.
   *
   * @param before the place of the last one before the text
   */
  private int beginningOf(String text, int before) {
    int place = before;
    while (place >= 0 && !text.startsWith(beginnings[place])) {
      place = shorter[place];
    }
    return place;
  }

  private static boolean isWellFormed(String action) {
    return Identifier.isAction(action) && (action.indexOf('/') < 0 || hasPlainSegments(action));
  }

  private static boolean hasPlainSegments(String path) {
    int begin = 0;
    while (begin <= path.length()) {
      int slash = path.indexOf('/', begin);
      int end = slash < 0 ? path.length() : slash;
      if (isDots(path, begin, end)) {
        return false;
      }
      begin = end + 1;
    }
    return true;
  }

  /** Whether the segment is empty, one dot or two. */
  private static boolean isDots(String path, int begin, int end) {
    return end - begin <= 2 && "..".startsWith(path.substring(begin, end));
  }

  /** Of a name that is made of ASCII characters. */
  private static String folded(String name) {
    var folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-' && c != '_') {
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
      }
    }
    return folded.toString();
  }
}
