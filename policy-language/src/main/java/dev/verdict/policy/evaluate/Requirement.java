package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;

/**
 * A part of a rule's target that few rules have and that is no matter of equality. It is a part of
 * the compiled condition too, which alone decides; this names it in explanations.
 *
 * @param what names it, where it is in error
 * @param unmet says what is the case where the node is false
 */
public record Requirement(Node node, String what, String unmet) {}
