package dev.verdict.benchmarks.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What does not give the same answers is not the same condition, and not worth measuring. */
final class Agreement {

  private Agreement() {}

  /** Every way to evaluate the condition, by name. */
  static Map<String, Function<Question, Object>> evaluators() {
    var evaluators = new LinkedHashMap<String, Function<Question, Object>>();
    evaluators.put(
        "handWritten",
        question -> HandWrittenCondition.holds(HandWrittenCondition.slots(question)));
    var nodes = CompiledConditions.nodes(CheckedConditions.of(1));
    evaluators.put("nodes", question -> nodes.first().evaluate(nodes.frame(question)));
    var hidden = CompiledConditions.hiddenClasses(CheckedConditions.of(1));
    evaluators.put("hiddenClass", question -> hidden.first().evaluate(hidden.frame(question)));
    var jexl = new JexlCondition();
    evaluators.put("jexl", question -> jexl.evaluate(JexlCondition.context(question)));
    var maps = CelCondition.ofMaps();
    evaluators.put("celMaps", question -> maps.evaluate(CelCondition.maps(question)));
    var variables = CelCondition.ofVariables();
    evaluators.put(
        "celVariables", question -> variables.evaluate(CelCondition.variables(question)));
    return evaluators;
  }

  /**
   * Fails where they do not agree on all questions.
   *
   * @throws IllegalStateException naming who and on what
   */
  static void check() {
    evaluators()
        .forEach(
            (name, evaluator) -> {
              for (Question question : Question.all()) {
                boolean expected = HandWrittenCondition.holds(HandWrittenCondition.slots(question));
                Object answer = evaluator.apply(question);
                if (!answer.equals(expected)) {
                  throw new IllegalStateException(
                      name + ": " + answer + " (expected: " + expected + ") for " + question);
                }
              }
            });
  }
}
