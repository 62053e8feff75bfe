package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.ConditionTrace.Kind;
import dev.verdict.policy.source.Fragment;
import java.util.List;

/**
 * A part of a condition as its author sees it, for explanations.
 *
 * @param kind what its parts are to it
 * @param node yields its value
 * @param fragment as the author wrote it
 * @param parts what it consists of, as far as it is made of things that are true or false
 */
public record ConditionPart(Kind kind, Node node, Fragment fragment, List<ConditionPart> parts) {

  public ConditionPart {
    parts = List.copyOf(parts);
  }
}
