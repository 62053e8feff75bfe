package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Permits to {@code read}, fails at {@code break}, and remembers what it decided. */
final class ReadsOnly implements DecisionService {

  final List<Ask> asked = new CopyOnWriteArrayList<>();

  @Override
  public Eventual<Decision> decide(Ask ask) {
    return Eventual.of(decision(ask));
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    var decisions = new ArrayList<Decision>();
    for (Ask ask : asks) {
      Decision decision = decision(ask);
      decisions.add(decision);
      if (semantic.endsWith(decision.permitted())) {
        break;
      }
    }
    return Eventual.of(decisions);
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    return Eventual.of(new Explanation(decision(ask), List.of()));
  }

  private Decision decision(Ask ask) {
    asked.add(ask);
    return switch (ask.request().action().name()) {
      case "read" ->
          new Decision(
              true,
              new Reason(ReasonCode.PERMITTED, "readers read"),
              FieldGrant.ALL,
              List.of(),
              List.of(),
              "r1");
      case "break" -> throw new IllegalStateException("broken");
      default -> Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule"), "r1");
    };
  }
}
