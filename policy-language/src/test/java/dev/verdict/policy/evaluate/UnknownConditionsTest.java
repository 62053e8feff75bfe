package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/**
 * What a condition says of a partly known request, against what it says of everything that the
 * request may turn out to be.
 */
@Tag("slow")
class UnknownConditionsTest {

  /** Of one request. */
  private static final int UNKNOWN = 3;

  private static final int REQUESTS = 8;

  /** A condition, compiled. */
  private record Condition(ResourceProgram program, CompiledRule rule) {

    static Condition of(String text) {
      ResourceProgram program =
          PolicyCompiler.compile(
                  PolicyLowering.lower(RandomPolicies.ofOneRule(text)), "r1", Limits.STANDARD)
              .resources()
              .get("document");
      return new Condition(program, program.actions().get("read").all().get(0));
    }

    Object value(PartlyKnownRequest request) {
      return rule.condition()
          .evaluate(
              program
                  .layout()
                  .frame(request.request(), new UnknownsOfSubject(request.knowledge())));
    }

    /** An error by its message: that of a value of the wrong type is made when it is read. */
    Object value(AccessRequest request) {
      return comparable(rule.condition().evaluate(program.layout().frame(request)));
    }

    static Object comparable(Object value) {
      return value instanceof EvaluationError error ? error.message() : value;
    }
  }

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void aKnownResultIsThatOfEveryCompletion(@ForAll long seed) {
    var random = new Random(seed);
    String text = new RandomConditions(random, false).flag(random.nextInt(4));
    Condition condition = Condition.of(text);
    for (int i = 0; i < REQUESTS; i++) {
      PartlyKnownRequest request = request(text, random);
      Object value = condition.value(request);
      Statistics.label("value").collect(value.getClass().getSimpleName());
      if (value instanceof Unknown unknown) {
        assertThat(unknown.attributes()).isNotEmpty();
        assertThat(request.unknown()).containsAll(unknown.attributes());
      } else {
        assertThat(request.completions())
            .as(text)
            .extracting(condition::value)
            .containsOnly(Condition.comparable(value));
      }
    }
  }

  /** In whatever order, and asking again after each. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatIsNamedAsUnknownIsAllThatHasToBeLearned(@ForAll long seed) {
    var random = new Random(seed);
    String text = new RandomConditions(random, false).flag(random.nextInt(4));
    Condition condition = Condition.of(text);
    for (int i = 0; i < REQUESTS; i++) {
      PartlyKnownRequest request = request(text, random);
      while (condition.value(request) instanceof Unknown unknown) {
        for (RequestAttribute attribute : unknown.attributes()) {
          List<Optional<Value>> domain = request.domains().get(attribute);
          request = request.learning(attribute, domain.get(random.nextInt(domain.size())));
        }
      }
    }
  }

  /** Unknown is, as a rule, what the condition reads. */
  private static PartlyKnownRequest request(String text, Random random) {
    AccessRequest request = new RandomRequests(random, random.nextBoolean()).userRequest();
    List<RequestAttribute> read =
        PartlyKnownRequest.attributesOf(request).stream()
            .filter(attribute -> text.matches(".*\\b" + attribute + "\\b.*"))
            .toList();
    return PartlyKnownRequest.of(request, read, 1 + random.nextInt(UNKNOWN), random);
  }
}
