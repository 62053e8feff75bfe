package dev.verdict.server.decision;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log which rule took a decision of another decider past its budget: at most one line
 * a minute, which tells how many there were since the last one. It names what the repository
 * declares and nothing that the request holds.
 */
public final class BudgetLog implements SnapshotDecider {

  private static final Logger LOG = LoggerFactory.getLogger(BudgetLog.class);

  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final SnapshotDecider decider;
  private final LongSupplier nanoseconds;
  private final AtomicLong silent = new AtomicLong();
  private final AtomicLong next;

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public BudgetLog(SnapshotDecider decider, LongSupplier nanoseconds) {
    this.decider = decider;
    this.nanoseconds = nanoseconds;
    this.next = new AtomicLong(nanoseconds.getAsLong());
  }

  @Override
  public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
    Eventual<Decision> decision = decider.decide(ask, snapshot);
    if (decision.isDone()) {
      look(decision.value());
      return decision;
    }
    return decision.map(
        made -> {
          look(made);
          return made;
        });
  }

  @Override
  public Cacheability cacheability(Ask ask, Snapshot snapshot) {
    return decider.cacheability(ask, snapshot);
  }

  private void look(Decision decision) {
    if (decision.reason().code() != ReasonCode.BUDGET_EXCEEDED) {
      return;
    }
    silent.incrementAndGet();
    long now = nanoseconds.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
      log(decision, silent.getAndSet(0));
    }
  }

  private static void log(Decision decision, long count) {
    LOG.warn(
        "event=budget_exceeded policy={} rule={} decisions={} revision={}",
        decision.reason().rule().map(RuleReference::policy).orElse("none"),
        decision.reason().rule().map(RuleReference::rule).orElse("none"),
        count,
        decision.revision());
  }
}
