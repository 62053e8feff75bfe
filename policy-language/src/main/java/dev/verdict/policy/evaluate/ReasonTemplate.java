package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;

/**
 * Finds what a rule says of why, where that is computed. Immutable.
 *
 * @param text a text; or an error or unknown
 * @param price what it costs, whatever the request holds
 */
public record ReasonTemplate(Node text, long price) {

  Object evaluate(Frame frame) {
    frame.charge(price);
    return text.evaluate(frame);
  }
}
