package dev.verdict.policy.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people who come from other languages write in conditions, and what they mean by it. An
 * advice continues a sentence: {@code write `==`}.
 */
public final class ForeignWords {

  private static final String NOW = "the time of the decision is `context.now`";
  private static final String PRESENT = "whether something is present is asked with `has(a)`";
  private static final String LENGTH = "write `size(a)`";
  private static final String EVERY = "write `all(list, x, condition on x)`";
  private static final String SOME = "write `any(list, x, condition on x)`";
  private static final String COMMON =
      "write `containsAny(a, b)` where one common member is enough, or `containsAll(a, b)`";
  private static final String PATTERN = "write `matches(text, 'pattern')`";
  private static final String MEMBER =
      "write `value =~ list` for a member of a list, or `contains(text, part)`";
  private static final String ROLE =
      "name the roles in the rule: `roles: [..]`, and what a token carries in `scopes: [..]`";
  private static final String NO_CONVERSION =
      "nothing is converted: compare values of one type, and write `0.5`, `3` or `'text'`";
  private static final String WHO_ASKS =
      "who asks is known before any rule is looked at, so leave it out";
  private static final String EVERYBODY = "a rule without `when` matches always";
  private static final String BEGINS = "write `text =^ 'beginning'`";
  private static final String ENDS = "write `text =$ 'end'`";

  /** By lower-case name. Names that the language has itself are not here. */
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("startswith", BEGINS),
          Map.entry("starts_with", BEGINS),
          Map.entry("hasprefix", BEGINS),
          Map.entry("endswith", ENDS),
          Map.entry("ends_with", ENDS),
          Map.entry("hassuffix", ENDS),
          Map.entry("now", NOW),
          Map.entry("today", NOW),
          Map.entry("currenttime", NOW),
          Map.entry("current_timestamp", NOW),
          Map.entry("length", LENGTH),
          Map.entry("len", LENGTH),
          Map.entry("count", LENGTH),
          Map.entry("isempty", "write `empty(a)`"),
          Map.entry("nonempty", "write `!empty(a)`"),
          Map.entry("isnotempty", "write `!empty(a)`"),
          Map.entry("tolowercase", "write `lower(text)`"),
          Map.entry("lowercase", "write `lower(text)`"),
          Map.entry("lowerascii", "write `lower(text)`"),
          Map.entry("touppercase", "write `upper(text)`"),
          Map.entry("uppercase", "write `upper(text)`"),
          Map.entry("upperascii", "write `upper(text)`"),
          Map.entry("strip", "write `trim(text)`"),
          Map.entry("includes", MEMBER),
          Map.entry("contains", MEMBER),
          Map.entry("in", "write `value =~ list`"),
          Map.entry("hasrole", ROLE),
          Map.entry("hasanyrole", ROLE),
          Map.entry("hasauthority", ROLE),
          Map.entry("g", ROLE),
          Map.entry("getroles", ROLE),
          Map.entry("isauthenticated", WHO_ASKS),
          Map.entry("isfullyauthenticated", WHO_ASKS),
          Map.entry("isanonymous", WHO_ASKS),
          Map.entry("permitall", EVERYBODY),
          Map.entry("hasscope", "name the scopes in the rule: `scopes: [..]`"),
          Map.entry("exists", SOME),
          Map.entry("some", SOME),
          Map.entry("anymatch", SOME),
          Map.entry("filter", SOME),
          Map.entry("every", EVERY),
          Map.entry("forall", EVERY),
          Map.entry("allmatch", EVERY),
          Map.entry("intersect", COMMON),
          Map.entry("intersects", COMMON),
          Map.entry("intersection", COMMON),
          Map.entry("hasintersection", COMMON),
          Map.entry("issubset", "write `containsAll(whole, part)`"),
          Map.entry("regex", PATTERN),
          Map.entry("regexp", PATTERN),
          Map.entry("regexmatch", PATTERN),
          Map.entry("re_match", PATTERN),
          Map.entry("like", PATTERN),
          Map.entry("glob", PATTERN),
          Map.entry("keymatch", PATTERN),
          Map.entry("globmatch", PATTERN),
          Map.entry("int", NO_CONVERSION),
          Map.entry("string", NO_CONVERSION),
          Map.entry("decimal", NO_CONVERSION),
          Map.entry("double", NO_CONVERSION),
          Map.entry("tostring", NO_CONVERSION),
          Map.entry("to_number", NO_CONVERSION),
          Map.entry("gethours", "write `hour(context.now, 'Europe/Berlin')`"),
          Map.entry("getdayofweek", "write `dayOfWeek(context.now, 'Europe/Berlin')`"),
          Map.entry("timesince", "write `context.now - since < duration('PT1H')`"),
          Map.entry("issuperset", "write `containsAll(whole, part)`"),
          Map.entry("equals", "write `a == b`"),
          Map.entry("equalsignorecase", "write `lower(a) == 'text in lower case'`"),
          Map.entry("isinrange", "write `inRange(ip, cidr('10.0.0.0/8'))`"),
          Map.entry("inipaddrrange", "write `inRange(ip, cidr('10.0.0.0/8'))`"),
          Map.entry("cidrmatch", "write `inRange(ip, cidr('10.0.0.0/8'))`"),
          Map.entry("date", "write `timestamp('2026-01-31T00:00:00Z')`"),
          Map.entry("datetime", "write `timestamp('2026-01-31T00:00:00Z')`"),
          Map.entry("coalesce", "write `a ?? b`"),
          Map.entry("getordefault", "write `a ?? b`"),
          Map.entry("get", "write `a ?? b`"),
          Map.entry("defined", PRESENT),
          Map.entry("isdefined", PRESENT),
          Map.entry("ispresent", PRESENT),
          Map.entry("isset", PRESENT),
          Map.entry("isnull", PRESENT),
          Map.entry("haskey", PRESENT),
          Map.entry("sprintf", "write `concat(text, text, ..)`"),
          Map.entry("format", "write `concat(text, text, ..)`"),
          Map.entry("join", "write `concat(text, text, ..)`"),
          Map.entry("not", "write `!`"),
          Map.entry("ismemberof", "write `within(subject.group, 'id')`"));

  /** Words between or before operands, by lower-case name. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("is", "write `resource.type == 'page'`, or `has(a)` for what is present"),
          Map.entry("like", PATTERN),
          Map.entry("matches", PATTERN),
          Map.entry("contains", MEMBER),
          Map.entry("includes", MEMBER),
          Map.entry("startswith", BEGINS),
          Map.entry("endswith", ENDS),
          Map.entry("between", "write `a >= least && a <= most`"),
          Map.entry("xor", "write `a != b`"),
          Map.entry("has", "write `has(resource.owner)`"),
          Map.entry("within", "write `within(a, b)`"),
          Map.entry("unless", "write `&& !(..)`"),
          Map.entry("then", "write `test ? a : b`"));

  /** Words that stand alone where a value belongs, by lower-case name. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("now", NOW),
          Map.entry("today", NOW),
          Map.entry("permitall", EVERYBODY),
          Map.entry("denyall", "what no rule permits is denied, so leave the rule out"),
          Map.entry("anonymous", WHO_ASKS),
          Map.entry("authenticated", WHO_ASKS),
          Map.entry("nil", PRESENT),
          Map.entry("none", PRESENT),
          Map.entry("undefined", PRESENT),
          Map.entry("yes", "write `true`"),
          Map.entry("on", "write `true`"),
          Map.entry("no", "write `false`"),
          Map.entry("off", "write `false`"));

  private static final Map<String, String> ROOTS =
      Map.ofEntries(
          Map.entry("principal", "subject"),
          Map.entry("user", "subject"),
          Map.entry("p", "subject"),
          Map.entry("authentication", "subject"),
          Map.entry("object", "resource"),
          Map.entry("r", "resource"),
          Map.entry("environment", "context"),
          Map.entry("env", "context"));

  /** The functions of the language, which some call behind a dot. */
  private static final Set<String> OWN =
      Set.of(
          "size",
          "empty",
          "matches",
          "lower",
          "upper",
          "trim",
          "concat",
          "containsAll",
          "containsAny",
          "hour",
          "dayOfWeek",
          "inRange",
          "any",
          "all",
          "within");

  private ForeignWords() {}

  /** What to write for a function, or a method, that does not exist. */
  public static Optional<String> function(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What to write for a word that other languages have for a value. */
  public static Optional<String> value(String name) {
    return Optional.ofNullable(VALUES.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What to write for a call behind a dot. */
  static String method(String name) {
    return function(name)
        .orElseGet(
            () ->
                OWN.contains(name)
                    ? "write `" + name + "(..)` with what stands before the dot in it first"
                    : "functions are called as `name(..)`");
  }

  /** What the part of a request is called that other languages call so. */
  public static Optional<String> root(String name) {
    return Optional.ofNullable(ROOTS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What to write for a word where a sign belongs. */
  static Optional<String> operator(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(OPERATORS.get(name)).or(() -> ReservedWords.sign(name));
  }
}
