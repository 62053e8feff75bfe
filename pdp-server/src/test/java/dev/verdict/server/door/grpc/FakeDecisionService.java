package dev.verdict.server.door.grpc;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Lets {@code read} pass, remembers what it was asked, breaks when asked to {@code break}, and
 * waits when asked to {@code wait}.
 */
final class FakeDecisionService implements DecisionService {

  final List<AccessRequest> asked = new CopyOnWriteArrayList<>();
  final List<Integer> batches = new CopyOnWriteArrayList<>();

  private CountDownLatch arrived = new CountDownLatch(0);
  private CountDownLatch released = new CountDownLatch(0);

  /** The action that is answered when the second latch opens; the first tells that it came. */
  String waiting(CountDownLatch arrived, CountDownLatch released) {
    this.arrived = arrived;
    this.released = released;
    return "wait";
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    return Eventual.of(decide(ask.request()));
  }

  private Decision decide(AccessRequest request) {
    asked.add(request);
    return switch (request.action().name()) {
      case "read" -> permit();
      case "wait" -> permitLater();
      case "break" -> throw new IllegalStateException("secret-of-the-request");
      default -> Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule matched"), "r1");
    };
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    batches.add(asks.size());
    var decisions = new ArrayList<Decision>();
    for (Ask ask : asks) {
      Decision decision = decide(ask.request());
      decisions.add(decision);
      if (semantic.endsWith(decision.permitted())) {
        break;
      }
    }
    return Eventual.of(decisions);
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    return Eventual.of(new Explanation(decide(ask.request()), List.of()));
  }

  private Decision permitLater() {
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return permit();
  }

  private static Decision permit() {
    return new Decision(
        true,
        new Reason(ReasonCode.PERMITTED, "readers read"),
        FieldGrant.except(Set.of("taxNumber", "iban")),
        List.of(),
        List.of(),
        "r1");
  }
}
