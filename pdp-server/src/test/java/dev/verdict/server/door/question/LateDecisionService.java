package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Decides as another service does, but later and on a thread of its own. */
public final class LateDecisionService implements DecisionService {

  private final DecisionService service;
  private final CountDownLatch begin;

  public LateDecisionService(DecisionService service) {
    this(service, new CountDownLatch(0));
  }

  /** The same, but not before the latch opens. */
  LateDecisionService(DecisionService service, CountDownLatch begin) {
    this.service = service;
    this.begin = begin;
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    return later(() -> service.decide(ask).value());
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    return later(() -> service.decideAll(asks, semantic, turns).value());
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    return later(() -> service.explain(ask).value());
  }

  private <T> Eventual<T> later(Supplier<T> answer) {
    var promise = new Promise<T>();
    new Thread(() -> settle(promise, answer), "late-answer").start();
    return promise;
  }

  private <T> void settle(Promise<T> promise, Supplier<T> answer) {
    T value;
    try {
      begin.await();
      value = answer.get();
    } catch (InterruptedException | RuntimeException fault) {
      promise.fail(fault);
      return;
    }
    promise.complete(value);
  }
}
