package dev.verdict.benchmarks.evaluator;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measured rule, and the tenants that must be equal before it, as a Java developer would write
 * them down: the same request in, the same answer out.
 */
final class HandWrittenRule {

  private static final Decision PERMIT =
      new Decision(
          true,
          new Reason(
              ReasonCode.PERMITTED, "colleagues approve what was submitted, up to their limit"),
          FieldGrant.ALL,
          List.of(new Obligation("audit", level("required"))),
          List.of(),
          "benchmark");

  private static final Decision DENY =
      Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "denied by hand"), "benchmark");

  Decision decide(AccessRequest request) {
    Attributes subject = request.subject().attributes();
    Attributes resource = request.resource().attributes();
    boolean permitted =
        sameText(subject.get("tenant"), resource.get("tenant"))
            && sameText(resource.get("department"), subject.get("department"))
            && isText(resource.get("status"), "submitted")
            && resource.get("amount") instanceof Value.Whole amount
            && subject.get("approvalLimit") instanceof Value.Whole limit
            && amount.number() <= limit.number()
            && resource.get("owner") instanceof Value.Text owner
            && !owner.text().equals(request.subject().id())
            && isText(request.context().get("channel"), "office");
    return permitted ? PERMIT : DENY;
  }

  private static Attributes level(String level) {
    var attributes = Attributes.builder();
    attributes.add("level", new Value.Text(level));
    return attributes.build();
  }

  private static boolean sameText(@Nullable Value one, @Nullable Value other) {
    return one instanceof Value.Text text && isText(other, text.text());
  }

  private static boolean isText(@Nullable Value value, String expected) {
    return value instanceof Value.Text text && text.text().equals(expected);
  }
}
