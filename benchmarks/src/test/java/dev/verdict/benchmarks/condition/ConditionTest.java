package dev.verdict.benchmarks.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConditionTest {

  private static final CheckedConditions CONDITIONS = CheckedConditions.of(3);

  @Test
  void allEvaluatorsAgreeOnAllQuestions() {
    assertThat(Agreement.evaluators())
        .containsOnlyKeys("handWritten", "nodes", "hiddenClass", "jexl", "celMaps", "celVariables");
    assertThatCode(Agreement::check).doesNotThrowAnyException();
  }

  @Test
  void theConditionHoldsForHalfOfTheQuestions() {
    List<Question> questions = Question.all();

    assertThat(questions)
        .filteredOn(question -> HandWrittenCondition.holds(HandWrittenCondition.slots(question)))
        .hasSize(questions.size() / 2);
  }

  @Test
  void aGeneratedClassHasTheErrorsOfTheNodesWhereAttributesAreMissingOrOfAnotherType() {
    var nodes = CompiledConditions.nodes(CONDITIONS);
    var classes = CompiledConditions.hiddenClasses(CONDITIONS);

    List<AccessRequest> requests = spoiled().toList();

    assertThat(requests)
        .allSatisfy(
            request -> {
              for (int i = 0; i < nodes.nodes().size(); i++) {
                Object expected = nodes.nodes().get(i).evaluate(nodes.layout().frame(request));
                Object value = classes.nodes().get(i).evaluate(classes.layout().frame(request));
                assertThat(readable(value)).isEqualTo(readable(expected));
              }
            })
        .anySatisfy(
            request ->
                assertThat(nodes.first().evaluate(nodes.layout().frame(request)))
                    .isInstanceOf(EvaluationError.class));
  }

  private static Object readable(Object value) {
    return value instanceof EvaluationError error ? error.message() : value;
  }

  /** Each question without each attribute, and with a flag in its place. */
  private static Stream<AccessRequest> spoiled() {
    return Question.all().stream()
        .map(Question::request)
        .flatMap(
            request ->
                Stream.of("tenant", "scopes", "roles", "level", "owner", "status")
                    .flatMap(
                        name -> Stream.of(false, true).map(flag -> spoiled(request, name, flag))));
  }

  private static AccessRequest spoiled(AccessRequest request, String name, boolean flag) {
    return new AccessRequest(
        spoiled(request.subject(), name, flag),
        request.action(),
        spoiled(request.resource(), name, flag),
        request.context(),
        request.now());
  }

  private static Entity spoiled(Entity entity, String spoiled, boolean flag) {
    Set<String> names = entity.attributes().names();
    var attributes = Attributes.builder();
    for (String name : names) {
      if (!name.equals(spoiled)) {
        attributes.add(name, entity.attributes().get(name));
      } else if (flag) {
        attributes.add(name, new Value.Flag(true));
      }
    }
    return new Entity(entity.type(), entity.id(), attributes.build());
  }
}
