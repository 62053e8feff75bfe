package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.authortest.Fixtures;
import dev.verdict.policy.authortest.TestFileReader;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.GrantsReader;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.Yaml;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For each limit, something of any size that meets it and no other. */
final class LimitGates {

  /** Whether something of a size passes. */
  @FunctionalInterface
  interface Gate {
    boolean lets(int size, Limits limits);
  }

  private static final String DATA = "subjects: {}\n#";

  /** Decimals of this many digits and one more, multiplied, have their digits added up. */
  /** What a decision takes besides the search of a text: the rule, and the part that is sought. */
  private static final int REST = 14;

  private static final int FACTOR_DIGITS = 99;

  private LimitGates() {}

  static Gate of(Limit limit) {
    return switch (limit) {
      case FILES -> (size, limits) -> isRepository(padding(size - 1, DATA.length()), limits);
      case FILE_LENGTH -> (size, limits) -> isYaml(padded(size), limits);
      case TOTAL_LENGTH ->
          (size, limits) -> isRepository(ofLength(size - schema("string").length()), limits);
      case NESTING -> (size, limits) -> isYaml("[".repeat(size) + "]".repeat(size), limits);
      case NODES -> (size, limits) -> isYaml("[" + "a,".repeat(size - 1) + "]", limits);
      case RULES ->
          (size, limits) ->
              isRepository(List.of(rules("a", size / 2), rules("b", size - size / 2)), limits);
      case VARIABLES -> (size, limits) -> isRepository(List.of(variables(size)), limits);
      case ENUM_VALUES -> (size, limits) -> isSchema(schema(enumeration(size)), limits);
      case ROLES -> (size, limits) -> isRepository(List.of(roles(size)), limits);
      case GRANTS -> (size, limits) -> isGrants(size, limits);
      case RECORD_NESTING -> (size, limits) -> isSchema(schema("T1") + records(size), limits);
      case RECORD_MEMBERS -> (size, limits) -> isSchema(schema("T") + record(size), limits);
      case ENTITY_TYPES -> (size, limits) -> isSchema(schema("string") + entities(size), limits);
      case ANCESTORS -> (size, limits) -> isHierarchy(size, i -> i + 1, limits);
      case HIERARCHY_PAIRS -> (size, limits) -> isHierarchy(size, i -> i + size, limits);
      case MATRIX -> (size, limits) -> isMatrix(size, limits);
      case SENTENCE_LENGTH ->
          (size, limits) ->
              isPolicy("a", "- { permit: read, id: a, because: %s }", x(size), limits);
      case FINDINGS -> (size, limits) -> findings(size, limits) == size;
      case LABEL_LENGTH ->
          (size, limits) -> isPolicy("a", "- { permit: read, id: %s }", x(size), limits);
      case CONDITION_LENGTH -> (size, limits) -> isCondition("'" + x(size - 6) + "'!=''", limits);
      case TOKENS ->
          (size, limits) ->
              isCondition(
                  (size % 2 == 0 ? "!" : "") + "true" + " || true".repeat((size - 1) / 2), limits);
      case PARENTHESES ->
          (size, limits) -> isCondition("(".repeat(size) + "true" + ")".repeat(size), limits);
      case CONDITION_DEPTH -> (size, limits) -> isRepository(List.of(steps(size)), limits);
      case PATTERN_LENGTH -> (size, limits) -> isCondition(pattern(x(size)), limits);
      case PATTERN_REPETITION ->
          (size, limits) -> isCondition(pattern("(x{" + size + "}){1}"), limits);
      case RESULT_DIGITS -> (size, limits) -> isReckoned(size);
      case RESULT_LENGTH ->
          (size, limits) -> isPermitted("concat(resource.state, 'x') != ''", "state", x(size - 1));
      case BUDGET ->
          (size, limits) ->
              isPermitted("!contains(resource.state, 'y')", "state", x(size - REST), limits);
      case NAME_LENGTH -> (size, limits) -> isEntity(x(size), "id") && isAction(x(size));
      case ID_LENGTH -> (size, limits) -> isEntity("type", x(size));
      case TEXT_LENGTH -> (size, limits) -> isValue(x(size), limits);
      case VALUES -> (size, limits) -> isValue("[" + "x,".repeat(size - 1) + "]", limits);
      case DEPTH -> (size, limits) -> isValue("[".repeat(size) + "x" + "]".repeat(size), limits);
      case BATCH -> throw new AssertionError("the doors apply it, and test it");
      case ASSERTED_ANCESTORS ->
          (size, limits) -> isPermitted("resource.inner == 'a'", "inner", lyingIn(size));
      case DECIMAL_DIGITS ->
          (size, limits) -> isPermitted("resource.amount > 0.0", "amount", withDigits(size));
    };
  }

  private static boolean isRepository(List<SourceFile> files, Limits limits) {
    var all = new ArrayList<>(files);
    all.add(new SourceFile("schema.yaml", schema("string")));
    return passes(SnapshotLoader.load(all, "r1", options(limits)));
  }

  private static boolean isSchema(String schema, Limits limits) {
    return passes(
        SnapshotLoader.load(List.of(new SourceFile("schema.yaml", schema)), "r1", options(limits)));
  }

  private static boolean isPolicy(String name, String rule, String text, Limits limits) {
    return isRepository(List.of(policy(name, rule.formatted(text) + "\n")), limits);
  }

  private static boolean isCondition(String condition, Limits limits) {
    return isPolicy("a", "- { permit: read, id: a, when: \"%s\" }", condition, limits);
  }

  /** What is refused is refused with a finding that tells the limit, and with one only. */
  private static boolean passes(LoadResult result) {
    if (result.snapshot().isEmpty()) {
      assertThat(result.diagnostics()).hasSize(1);
      assertThat(result.diagnostics().get(0).message()).containsPattern("limit|more|deeper");
    }
    return result.snapshot().isPresent();
  }

  private static LoadOptions options(Limits limits) {
    return LoadOptions.DEFAULT.within(limits);
  }

  private static int findings(int size, Limits limits) {
    return SnapshotLoader.load(
            List.of(
                new SourceFile("schema.yaml", schema("string")),
                policy("a", "- unknown\n".repeat(size))),
            "r1",
            options(limits))
        .diagnostics()
        .size();
  }

  private static boolean isYaml(String text, Limits limits) {
    return YamlReader.read(new SourceFile("a.yaml", text), new Diagnostics(limits)).isPresent();
  }

  private static boolean isGrants(int count, Limits limits) {
    String grants =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "- { id: g%d, subjects: { type: user, tenant: a }, tenant: b, resources: [page],"
                            .formatted(i)
                        + " actions: [read], until: 2027-01-01T00:00:00Z, because: x }\n")
            .collect(Collectors.joining("", "grants:\n", ""));
    var diagnostics = new Diagnostics(limits);
    GrantsReader.read(Yaml.parse("grants.yaml", grants), diagnostics);
    return !diagnostics.hasErrors();
  }

  /** One subject and one action with so many resources. */
  private static boolean isMatrix(int count, Limits limits) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    String tests =
        "subjects: { ann: { type: user } }\nresources:\n"
            + names.stream()
                .map(name -> "  " + name + ": { type: page }\n")
                .collect(Collectors.joining())
            + "matrices: [{ name: m, subjects: ann, actions: read, permit: {}, resources: "
            + names
            + " }]";
    var diagnostics = new Diagnostics(limits);
    Schema schema =
        SchemaReader.read(Yaml.parse("schema.yaml", schema("string")), diagnostics).orElseThrow();
    TestFileReader.read(
        Yaml.parse("tests/a.test.yaml", tests),
        Fixtures.shared(List.of(), schema, diagnostics),
        schema,
        diagnostics);
    return !diagnostics.hasErrors();
  }

  /** So many roles, each of which comes with the one before. */
  private static SourceFile roles(int count) {
    return new SourceFile(
        "roles.yaml",
        IntStream.range(1, count)
            .mapToObj(i -> "  r%d: { includes: [r%d] }\n".formatted(i, i - 1))
            .collect(Collectors.joining("", "roles:\n  r0: {}\n", "")));
  }

  private static boolean isValue(String text, Limits limits) {
    YamlNode node =
        YamlReader.read(
                new SourceFile("a.yaml", text),
                new Diagnostics(limits.with(Limit.NESTING, Limit.NESTING.ceiling())))
            .orElseThrow();
    var diagnostics = new Diagnostics(limits);
    new ValueReader(diagnostics).read(node);
    return !diagnostics.hasErrors();
  }

  private static boolean isEntity(String type, String id) {
    try {
      return new Entity(type, id).id().equals(id);
    } catch (InvalidRequestException refused) {
      return false;
    }
  }

  private static boolean isAction(String name) {
    try {
      return new Action(name).name().equals(name);
    } catch (InvalidRequestException refused) {
      return false;
    }
  }

  /** Whether a product of so many digits has a value. */
  private static boolean isReckoned(int digits) {
    int factors = (digits - 1) / FACTOR_DIGITS;
    int rest = (digits - 1) % FACTOR_DIGITS;
    String product = "resource.amount" + " * resource.amount".repeat(factors - 1);
    return isPermitted(
        product + " * 1" + "0".repeat(rest - 1) + "1.0 > 0.0",
        "amount",
        withDigits(FACTOR_DIGITS + 1));
  }

  /** 10..01, whose powers keep all their digits. */
  private static BigDecimal withDigits(int digits) {
    return new BigDecimal(BigInteger.TEN.pow(digits - 1).add(BigInteger.ONE));
  }

  private static boolean isPermitted(String condition, String attribute, Object value) {
    return isPermitted(condition, attribute, value, Limits.STANDARD);
  }

  private static boolean isPermitted(
      String condition, String attribute, Object value, Limits limits) {
    String rule = "- { permit: read, id: a, when: \"%s\" }\n".formatted(condition);
    return new Repository()
        .with("schema.yaml", schema("string"))
        .with("a.policy.yaml", policy("a", rule).text())
        .evaluator(limits)
        .decide(
            new AccessRequest(
                new Entity("user", "alice"),
                new Action("read"),
                new Entity("page", "1", Repository.attributes(attribute, value)),
                Attributes.NONE,
                Instant.EPOCH))
        .permitted();
  }

  private static String schema(String type) {
    return """
    subjects: { user: {} }
    resources:
      page:
        tenant-isolated: false
        actions: [read]
        attributes:
          amount: decimal
          state: "%s"
          pages: list<ref<page>>
          inner: ref<part>
    entities:
      part: { in: [part] }
    """
        .formatted(type);
  }

  /** As many entity types with the one that is there already. */
  private static String entities(int count) {
    return IntStream.range(1, count)
        .mapToObj(i -> "  e" + i + ": {}\n")
        .collect(Collectors.joining());
  }

  /** So many parts, each in another. */
  private static boolean isHierarchy(int count, IntUnaryOperator container, Limits limits) {
    return isRepository(
        List.of(
            new SourceFile(
                "data/parts.yaml",
                IntStream.range(0, count)
                    .mapToObj(i -> "    p" + i + ": { in: p" + container.applyAsInt(i) + " }\n")
                    .collect(Collectors.joining("", "entities:\n  part:\n", "")))),
        limits);
  }

  private static Attributes lyingIn(int count) {
    return Repository.attributes(
        "id", "a", "in", IntStream.range(0, count).mapToObj(i -> "p" + i).toList());
  }

  private static String enumeration(int values) {
    return IntStream.range(0, values)
        .mapToObj(i -> "v" + i)
        .collect(Collectors.joining(",", "enum(", ")"));
  }

  /** So many record types, each holding the next. */
  private static String records(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "  T" + i + ": { a: " + (i < count ? "T" + (i + 1) : "string") + " }\n")
        .collect(Collectors.joining("", "types:\n", ""));
  }

  private static String record(int members) {
    return IntStream.range(0, members)
        .mapToObj(i -> "    m" + i + ": string\n")
        .collect(Collectors.joining("", "types:\n  T:\n", ""));
  }

  private static SourceFile policy(String name, String rules) {
    return new SourceFile(
        name + ".policy.yaml", "policy: " + name + "\nresource: page\nrules:\n" + rules);
  }

  private static SourceFile rules(String name, int count) {
    return policy(
        name,
        IntStream.range(0, count)
            .mapToObj(i -> "- { permit: read, id: r" + i + " }\n")
            .collect(Collectors.joining()));
  }

  /** A policy of so many variables, which its rule reads. */
  private static SourceFile variables(int count) {
    return new SourceFile(
        "a.policy.yaml",
        IntStream.range(0, count)
            .mapToObj(i -> "  v" + i + ": resource.id == 'a'\n")
            .collect(
                Collectors.joining(
                    "",
                    "policy: a\nresource: page\nlet:\n",
                    "rules: [{ permit: read, id: a }]\n")));
  }

  /** A rule's condition that goes so deep, half of the way through variables. */
  private static SourceFile steps(int depth) {
    int variables = depth / 4;
    int signs = depth - 2 * variables - 1;
    String definitions =
        IntStream.range(1, variables)
            .mapToObj(i -> "  v%d: \"!v%d\"\n".formatted(i, i - 1))
            .collect(Collectors.joining("", "  v0: \"!true\"\n", ""));
    return new SourceFile(
        "a.policy.yaml",
        "policy: a\nresource: page\nlet:\n%srules: [{ permit: read, id: a, when: \"%sv%d\" }]\n"
            .formatted(definitions, "!".repeat(signs), variables - 1));
  }

  private static String pattern(String pattern) {
    return "matches(resource.id, '" + pattern + "')";
  }

  private static List<SourceFile> padding(int files, int length) {
    return IntStream.range(0, files)
        .mapToObj(i -> new SourceFile("data/" + i + ".yaml", padded(length)))
        .toList();
  }

  private static List<SourceFile> ofLength(int length) {
    return List.of(
        new SourceFile("data/a.yaml", padded(length / 2)),
        new SourceFile("data/b.yaml", padded(length - length / 2)));
  }

  private static String padded(int length) {
    return DATA + x(length - DATA.length());
  }

  private static String x(int length) {
    return "x".repeat(length);
  }
}
