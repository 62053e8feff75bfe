package dev.verdict.benchmarks.condition;

import dev.verdict.policy.compile.ConditionCompilation;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import java.util.List;

/** Conditions over slots, ready to be evaluated, with what makes frames for them. */
record CompiledConditions(List<Node> nodes, Frame.Layout layout) {

  /** As the policy language compiles them: nodes that hold nodes. */
  static CompiledConditions nodes(CheckedConditions checked) {
    var compilation = new ConditionCompilation(checked.policies(), CheckedConditions.RESOURCE);
    List<Node> nodes = checked.conditions().stream().map(compilation::compile).toList();
    return new CompiledConditions(nodes, compilation.layout());
  }

  /** Each as a class of its own. */
  static CompiledConditions hiddenClasses(CheckedConditions checked) {
    var compilation = new ConditionCompilation(checked.policies(), CheckedConditions.RESOURCE);
    var compiler = new HiddenClassCompiler(compilation::slot);
    List<Node> nodes = checked.conditions().stream().map(compiler::compile).toList();
    return new CompiledConditions(nodes, compilation.layout());
  }

  Node first() {
    return nodes.get(0);
  }

  /** With steps for as many evaluations as a benchmark makes with it. */
  Frame frame(Question question) {
    Frame frame = layout.frame(question.request());
    frame.grantAnew(Integer.MAX_VALUE);
    return frame;
  }
}
