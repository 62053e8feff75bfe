package dev.verdict.policy.limit;

/**
 * Every bound of the policy language and of requests. What is larger is refused before it costs
 * anything.
 *
 * <p>An operator may set a bound anywhere from its floor to its ceiling: up to there no text can
 * make the parser slow or overflow a stack, whatever the other bounds are. Where the ceiling is the
 * standard itself, a bound can only be tightened. A fixed bound is part of the language: what loads
 * in one place must mean the same in another.
 */
public enum Limit {
  FILES("repository.files", 20_000, 100_000, "files in a repository"),
  FILE_LENGTH("repository.file-length", 1_000_000, 10_000_000, "characters in a file"),
  TOTAL_LENGTH(
      "repository.total-length", 64_000_000, 1_000_000_000, "characters in all files together"),
  NESTING("repository.nesting", 20, 50, "nesting of lists and mappings in a file"),
  NODES("repository.nodes", 100_000, 2_000_000, "values, lists and mappings in a file"),
  RULES("repository.rules", 200_000, 2_000_000, "rules in a repository"),
  VARIABLES("repository.variables", 200, 2_000, "variables of a policy"),
  GRANTS("repository.grants", 1_000, 10_000, "cross-tenant grants"),
  ROLES("repository.roles", 1_000, 2_000, "roles in `roles.yaml`, and derived ones"),
  ENUM_VALUES("repository.enum-values", 1_000, 10_000, "values of an enum"),
  RECORD_NESTING("repository.record-nesting", 8, 16, "nesting of record types"),
  RECORD_MEMBERS("repository.record-members", 100, 1_000, "members of a record type"),
  ENTITY_TYPES("repository.entity-types", 1_000, 10_000, "types under `entities`"),
  ANCESTORS(
      "repository.ancestors", 1_000, 10_000, "entities that one lies in, over any number of steps"),
  HIERARCHY_PAIRS(
      "repository.hierarchy-pairs",
      1_000_000,
      100_000_000,
      "pairs of entities of which one lies in the other"),
  MATRIX("repository.matrix", 10_000, 100_000, "tests in a matrix"),
  SENTENCE_LENGTH("repository.sentence-length", 1_000, 10_000, "characters in a `because`"),
  FINDINGS("repository.findings", 1_000, 10_000, "findings that are told of a repository"),
  LABEL_LENGTH("repository.name-length", 128, "characters in a name that a repository declares"),

  CONDITION_LENGTH("condition.length", 4_000, 16_000, "characters in a condition"),
  TOKENS("condition.tokens", 512, 2_000, "words and signs in a condition"),
  PARENTHESES("condition.parentheses", 32, 32, "nesting of parentheses"),
  CONDITION_DEPTH("condition.depth", 300, 300, "nesting of a condition and of the variables in it"),
  PATTERN_LENGTH("condition.pattern-length", 256, 1_000, "characters in a pattern"),
  PATTERN_REPETITION(
      "condition.pattern-repetition", 1_000, 1_000, "product of a pattern's counted repetitions"),

  RESULT_DIGITS("evaluation.result-digits", 1_000, "digits of a decimal that is reckoned"),
  RESULT_LENGTH("evaluation.result-length", 65_536, "characters in a text that a function makes"),
  BUDGET("decision.budget", 10_000, 1_000_000, 10_000_000, "steps of work that a decision takes"),
  ASSERTED_ANCESTORS(
      "evaluation.asserted-ancestors", 1_000, "entities that a reference says it lies in"),

  NAME_LENGTH("request.name-length", 256, "characters in a type, action or attribute name"),
  ID_LENGTH("request.id-length", 1_024, "characters in an id"),
  TEXT_LENGTH("request.text-length", 65_536, 1_000_000, "characters in a text"),
  VALUES("request.values", 10_000, 100_000, "values, counted through lists and records"),
  DEPTH("request.depth", 16, 30, "nesting of lists and records in an attribute"),
  BATCH("request.batch", 1_000, 10_000, "requests in a batch"),
  DECIMAL_DIGITS("request.decimal-digits", 100, "digits of a decimal, before and behind its point");

  private final String group;
  private final String key;
  private final int floor;
  private final int standard;
  private final int ceiling;
  private final boolean fixed;
  private final String meaning;

  Limit(String path, int standard, int ceiling, String meaning) {
    this(path, 1, standard, ceiling, false, meaning);
  }

  Limit(String path, int floor, int standard, int ceiling, String meaning) {
    this(path, floor, standard, ceiling, false, meaning);
  }

  Limit(String path, int standard, String meaning) {
    this(path, 1, standard, standard, true, meaning);
  }

  Limit(String path, int floor, int standard, int ceiling, boolean fixed, String meaning) {
    int dot = path.indexOf('.');
    this.group = path.substring(0, dot);
    this.key = path.substring(dot + 1);
    this.floor = floor;
    this.standard = standard;
    this.ceiling = ceiling;
    this.fixed = fixed;
    this.meaning = meaning;
  }

  /** What it is a bound of: {@code repository}, {@code condition}, {@code evaluation}, .. */
  public String group() {
    return group;
  }

  /** Its name in the group, in kebab-case. */
  public String key() {
    return key;
  }

  /** The smallest value that an operator may set: with less, nothing would be let through. */
  public int floor() {
    return floor;
  }

  /** The value that holds where nothing is set. */
  public int standard() {
    return standard;
  }

  /** The largest value that may be set. */
  public int ceiling() {
    return ceiling;
  }

  /** Whether it cannot be set at all. */
  public boolean isFixed() {
    return fixed;
  }

  /** What is counted, for people. */
  public String meaning() {
    return meaning;
  }

  /** {@code condition.length}. */
  @Override
  public String toString() {
    return group + "." + key;
  }
}
