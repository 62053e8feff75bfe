package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Decides by the action's name and remembers what it was asked: {@code read} is permitted, {@code
 * read-masked} without some fields, {@code read-across} by a grant, {@code read-audited} with an
 * obligation and advice, {@code break} fails, {@code wait} is permitted when it is let, and
 * everything else is denied.
 */
public final class FakeDecisionService implements DecisionService {

  public static final RuleReference RULE =
      new RuleReference("record", "readers-read", "record.policy.yaml", 4);

  public final List<AccessRequest> asked = new CopyOnWriteArrayList<>();
  public final List<Integer> batches = new CopyOnWriteArrayList<>();

  private CountDownLatch arrived = new CountDownLatch(0);
  private CountDownLatch released = new CountDownLatch(0);

  /** The action that is answered when the second latch opens; the first tells that it came. */
  public String waiting(CountDownLatch arrived, CountDownLatch released) {
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
      case "read" -> permit(FieldGrant.ALL, List.of());
      case "read-masked" -> permit(FieldGrant.except(Set.of("taxNumber", "iban")), List.of());
      case "read-audited" ->
          permit(
              FieldGrant.only(Set.of("id")),
              List.of(new Obligation("audit", level()), new Obligation("audit", Attributes.NONE)));
      case "read-across" ->
          permit(FieldGrant.ALL, List.of()).withGrants(List.of("audit", "robots"));
      case "wait" -> permitLater();
      case "break" -> throw new IllegalStateException("secret-of-the-request");
      default ->
          Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), "r1");
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
    List<RuleTrace> rules =
        List.of(
            new RuleTrace(
                RULE,
                Effect.PERMIT,
                Match.MATCHED,
                Optional.empty(),
                "record.policy.yaml",
                4,
                Optional.empty()),
            new RuleTrace(
                new RuleReference("record", "locked", "record.policy.yaml", 8),
                Effect.DENY,
                Match.NOT_MATCHED,
                Optional.of("`resource.locked` is false"),
                "record.policy.yaml",
                10,
                Optional.empty()));
    return Eventual.of(
        new Explanation(
            decide(ask.request()),
            List.of(
                new PassTrace(
                    false, "user", "alice", "", true, List.of(), List.of(), List.of(), rules, 0))));
  }

  private Decision permitLater() {
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return permit(FieldGrant.ALL, List.of());
  }

  private static Decision permit(FieldGrant fields, List<Obligation> obligations) {
    return new Decision(
        true,
        new Reason(ReasonCode.PERMITTED, "readers read", Optional.of(RULE)),
        fields,
        obligations,
        obligations.isEmpty() ? List.of() : List.of(new Obligation("cache", Attributes.NONE)),
        "r1");
  }

  private static Attributes level() {
    Attributes.Builder level = Attributes.builder();
    level.add("level", new Value.Text("required"));
    return level.build();
  }
}
