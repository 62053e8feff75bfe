package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each operator makes of each kind of operand: a value, an error, an unknown. */
class UnknownOperatorsTest {

  /** True, false, in error, unknown. */
  private static final Map<String, String> FLAGS =
      Map.of("T", "true", "F", "false", "E", "subject.active", "U", "(resource.open ?? true)");

  private static final RequestAttribute OPEN = new RequestAttribute(Part.RESOURCE, "open");
  private static final RequestAttribute ACTIVE = new RequestAttribute(Part.SUBJECT, "active");

  /** Stands for an error. */
  private static final Optional<Value> WRONG = Optional.of(new Value.Structure(Attributes.NONE));

  @ParameterizedTest
  @CsvSource({
    // conjunction: false wins, then what is unknown
    "T && T, T",
    "T && F, F",
    "T && E, E",
    "T && U, U",
    "F && T, F",
    "F && F, F",
    "F && E, F",
    "F && U, F",
    "E && T, E",
    "E && F, F",
    "E && E, E",
    "E && U, U",
    "U && T, U",
    "U && F, F",
    "U && E, U",
    "U && U, U",
    "E && U && F, F",
    "U && E && F, F",
    "E && T && U, U",
    "E && U && T, U",
    // disjunction: true wins, then what is unknown
    "T || T, T",
    "T || F, T",
    "T || E, T",
    "T || U, T",
    "F || T, T",
    "F || F, F",
    "F || E, E",
    "F || U, U",
    "E || T, T",
    "E || F, E",
    "E || E, E",
    "E || U, U",
    "U || T, T",
    "U || F, U",
    "U || E, U",
    "U || U, U",
    "E || U || T, T",
    "U || E || T, T",
    "E || F || U, U",
    "E || U || F, U",
    // negation
    "!T, F",
    "!F, T",
    "!E, E",
    "!U, U",
    // choice: only its test counts until it is known
    "T ? T : U, T",
    "T ? U : T, U",
    "F ? U : T, T",
    "F ? T : U, U",
    "E ? T : U, E",
    "U ? T : T, U",
    "U ? E : E, U",
    "T ? E : U, E",
    // what needs all of its operands
    "T == T, T",
    "E == T, E",
    "T == E, E",
    "U == T, U",
    "F == U, U",
    "E == U, U",
    "U == E, U",
    "U == U, U",
    "E != U, U",
    "U != T, U",
    // quantifiers join their elements as `||` and `&&` do
    "'any(resource.tags, x, x == ''b'' || U)', T",
    "'any(resource.tags, x, x == ''z'' || U)', U",
    "'any(resource.tags, x, x == ''a'' ? E : x == ''b'' ? U : x == ''c'')', T",
    "'any(resource.tags, x, x == ''a'' ? E : x == ''b'' ? U : false)', U",
    "'any(resource.tags, x, x == ''a'' ? U : E)', U",
    "'all(resource.tags, x, x != ''b'' && U)', F",
    "'all(resource.tags, x, x != ''z'' && U)', U",
    "'all(resource.tags, x, x == ''a'' ? E : x == ''b'' ? U : x != ''c'')', F",
    "'all(resource.tags, x, x == ''a'' ? U : E)', U",
    "'all(resource.tags, x, x == ''a'' ? E : true)', E",
  })
  void flagsAreJoinedAsKleeneDoes(String form, String expected) {
    var request = new PartlyKnownRequest(request(), Map.of(OPEN, List.of()));

    Object value = value(withFlags(form), with(request, ACTIVE, WRONG));

    assertThat(kind(value)).isEqualTo(expected);
  }

  /** A presence and a fallback: of an attribute that may turn out to be absent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "has(resource.level)",
        "has(resource.away.zip)",
        "(resource.level ?? 1) == 1",
        "(resource.away.zip ?? 'a') == 'a'",
        "(resource.away?.zip ?? 'a') == 'a'",
        "(context.channel ?? resource.owner) == 'a'",
      })
  void whetherAnUnknownIsPresentIsUnknown(String condition) {
    assertThat(value(condition, unknown(request(), attributes(condition))))
        .isInstanceOf(Unknown.class);
  }

  /** Each operand has a value, is in error or is unknown, in every combination. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "subject.level == context.risk",
        "subject.level != context.risk",
        "subject.level < context.risk",
        "subject.level >= 3",
        "resource.amount < subject.level",
        "resource.amount == 2.5",
        "resource.created > context.now",
        "subject.level + context.risk > 0",
        "subject.level * context.risk > subject.level - context.risk",
        "resource.amount * resource.amount > subject.level",
        "resource.created + resource.lifetime > resource.created",
        "-resource.lifetime < resource.lifetime",
        "resource.owner == subject.name",
        "resource.owner == subject.id",
        "resource.status == 'draft'",
        "resource.status != 'draft'",
        "resource.owner =^ subject.name",
        "resource.owner =$ subject.name",
        "resource.owner =~ resource.tags",
        "'a' =~ resource.tags",
        "resource.owner !~ ['a', 'b']",
        "contains(resource.owner, subject.name)",
        "containsAll(resource.tags, ['a', 'b'])",
        "containsAny(resource.tags, ['a', 'b'])",
        "matches(resource.owner, 'a.*')",
        "lower(resource.owner) == subject.name",
        "concat(resource.owner, subject.name, context.channel ?? 'web') == 'a'",
        "empty(resource.tags)",
        "size(resource.tags) > subject.level",
        "hour(resource.created, 'UTC') > subject.level",
        "context.address == ip('10.0.0.1')",
        "context.address =~ resource.hosts",
        "inRange(context.address, resource.networks)",
        "resource.home.country == resource.owner",
        "resource.folder == ref('folder', resource.owner)",
        "within(resource.folder, 'f1')",
        "within(subject.teams, 'g1')",
        "within(subject.teams, subject.teams)",
        "any(resource.tags, x, true)",
        "all(resource.tags, x, false)",
        "any(resource.shares, x, x.level > 100)",
        "!subject.active",
        "subject.active ? true : false",
        "isOwner",
      })
  void anOperatorNeedsAllOfItsOperands(String condition) {
    List<RequestAttribute> read = attributes(condition);
    for (int states = 0; states < Math.pow(3, read.size()); states++) {
      List<RequestAttribute> wrong = in(1, states, read);
      List<RequestAttribute> unknown = in(2, states, read);
      PartlyKnownRequest request = unknown(request(), unknown);
      for (RequestAttribute attribute : wrong) {
        request = with(request, attribute, WRONG);
      }
      Object value = value(condition, request);
      assertThat(value)
          .as("`%s` in error, `%s` unknown", wrong, unknown)
          .isInstanceOf(
              !unknown.isEmpty()
                  ? Unknown.class
                  : !wrong.isEmpty() ? EvaluationError.class : Boolean.class);
      if (value instanceof Unknown needed) {
        assertThat(needed.attributes()).containsExactlyInAnyOrderElementsOf(unknown);
      }
    }
  }

  /** Those of the attributes that are in a state, where each is in one of three. */
  private static List<RequestAttribute> in(int state, int states, List<RequestAttribute> read) {
    var found = new ArrayList<RequestAttribute>();
    int rest = states;
    for (RequestAttribute attribute : read) {
      if (rest % 3 == state) {
        found.add(attribute);
      }
      rest /= 3;
    }
    return found;
  }

  private static String kind(Object value) {
    return value instanceof Boolean flag ? flag ? "T" : "F" : value instanceof Unknown ? "U" : "E";
  }

  private static String withFlags(String form) {
    String text = form;
    for (Map.Entry<String, String> flag : FLAGS.entrySet()) {
      text = text.replaceAll("\\b" + flag.getKey() + "\\b", flag.getValue());
    }
    return text;
  }

  private static List<RequestAttribute> attributes(String condition) {
    String text = condition.replace("isOwner", "resource.owner");
    return PartlyKnownRequest.attributesOf(request()).stream()
        .filter(attribute -> text.matches(".*\\b" + attribute + "\\b.*"))
        .toList();
  }

  private static PartlyKnownRequest unknown(
      AccessRequest request, List<RequestAttribute> attributes) {
    var domains = new LinkedHashMap<RequestAttribute, List<Optional<Value>>>();
    attributes.forEach(attribute -> domains.put(attribute, List.of()));
    return new PartlyKnownRequest(request, domains);
  }

  private static PartlyKnownRequest with(
      PartlyKnownRequest request, RequestAttribute attribute, Optional<Value> value) {
    return request.learning(attribute, value);
  }

  private static Object value(String condition, PartlyKnownRequest request) {
    ResourceProgram program =
        PolicyCompiler.compile(
                PolicyLowering.lower(RandomPolicies.ofOneRule(condition)), "r1", Limits.STANDARD)
            .resources()
            .get("document");
    return program
        .actions()
        .get("read")
        .all()
        .get(0)
        .condition()
        .evaluate(
            program.layout().frame(request.request(), new UnknownsOfSubject(request.knowledge())));
  }

  /** Everything has a value, and so has whatever is made of it. */
  private static AccessRequest request() {
    AccessRequest any =
        Stream.generate(new RandomRequests(new Random(1), true)::userRequest)
            .filter(request -> request.action().name().equals("read"))
            .findFirst()
            .orElseThrow();
    var request = unknown(any, List.of());
    request = with(request, new RequestAttribute(Part.SUBJECT, "level"), whole(3));
    request = with(request, new RequestAttribute(Part.CONTEXT, "risk"), whole(1));
    request = with(request, new RequestAttribute(Part.RESOURCE, "tags"), texts("a", "b", "c"));
    request =
        with(request, new RequestAttribute(Part.RESOURCE, "created"), text("2026-01-01T01:00:00Z"));
    request = with(request, new RequestAttribute(Part.RESOURCE, "lifetime"), text("PT1H"));
    AccessRequest known = request.request();
    return known.asSubject(new Entity("user", "nobody", known.subject().attributes()));
  }

  private static Optional<Value> whole(long number) {
    return Optional.of(new Value.Whole(number));
  }

  private static Optional<Value> text(String text) {
    return Optional.of(new Value.Text(text));
  }

  private static Optional<Value> texts(String... texts) {
    return Optional.of(
        new Value.Sequence(Stream.of(texts).map(each -> (Value) new Value.Text(each)).toList()));
  }
}
