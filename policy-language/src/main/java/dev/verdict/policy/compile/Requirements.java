package dev.verdict.policy.compile;

import dev.verdict.policy.check.CheckedTarget;
import dev.verdict.policy.condition.AndNode;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.condition.ValidNode;
import dev.verdict.policy.evaluate.Requirement;
import java.util.List;
import java.util.function.Supplier;

/** Compiles the parts of targets that most rules do not have. */
final class Requirements {

  private final Supplier<Node> now;

  /**
   * @param now reads the time of the decision; asked for only where a rule depends on it
   */
  Requirements(Supplier<Node> now) {
    this.now = now;
  }

  /** All that such a target asks for beyond equality. */
  List<Requirement> of(CheckedTarget target) {
    return target.validity().isAlways()
        ? List.of()
        : List.of(
            new Requirement(
                new ValidNode(now.get(), target.validity()),
                "the rule is valid " + target.validity() + " only"));
  }

  /** Whether all that is required and the condition hold. */
  static Node and(List<Requirement> requirements, Node condition) {
    Node all = condition;
    for (int i = requirements.size() - 1; i >= 0; i--) {
      all = new AndNode(requirements.get(i).node(), all);
    }
    return all;
  }
}
