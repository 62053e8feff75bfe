package dev.verdict.server.metrics;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts and times decisions. Safe for use by many threads at once. */
public final class DecisionMetrics {

  private static final Duration[] DURATION_BUCKETS = {
    Duration.ofNanos(500),
    Duration.ofNanos(1_000),
    Duration.ofNanos(2_500),
    Duration.ofNanos(5_000),
    Duration.ofNanos(10_000),
    Duration.ofNanos(25_000),
    Duration.ofNanos(50_000),
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofSeconds(1)
  };

  /** Policies that are counted by name. */
  private static final int MAX_POLICIES = 200;

  private final MeterRegistry registry;
  private final Map<ReasonCode, Counter> permits = new ConcurrentHashMap<>();
  private final Map<ReasonCode, Counter> denies = new ConcurrentHashMap<>();
  private final Map<String, Counter> exceeded = new ConcurrentHashMap<>();
  private final MeterTable<DecisionCall, Timer> durations;

  DecisionMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (ReasonCode reason : ReasonCode.values()) {
      counterOf(reason == ReasonCode.PERMITTED, reason);
    }
    durations = MeterTable.of(DecisionCall.class, this::duration);
  }

  /** A decision was made. */
  void decided(Decision decision) {
    ReasonCode reason = decision.reason().code();
    counterOf(decision.permitted(), reason).increment();
    if (reason == ReasonCode.BUDGET_EXCEEDED) {
      exceeded(decision).increment();
    }
  }

  /**
   * A call of the decision service has returned.
   *
   * @param nanoseconds that it took, for a batch as a whole
   */
  void called(DecisionCall call, long nanoseconds) {
    durations.at(call).record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  private Counter counterOf(boolean permitted, ReasonCode reason) {
    Map<ReasonCode, Counter> counters = permitted ? permits : denies;
    Counter counter = counters.get(reason);
    return counter != null
        ? counter
        : counters.computeIfAbsent(reason, code -> decisions(permitted, code));
  }

  /** By the name that the repository gives the policy; those of old snapshots stay, so bounded. */
  private Counter exceeded(Decision decision) {
    String policy = decision.reason().rule().map(RuleReference::policy).orElse("none");
    String label =
        exceeded.containsKey(policy) || exceeded.size() < MAX_POLICIES ? policy : "other";
    return exceeded.computeIfAbsent(label, this::budget);
  }

  private Counter budget(String policy) {
    return Counter.builder("verdict.decision.budget.exceeded")
        .description("Decisions that were closed because they take more work than they may")
        .tag("policy", policy)
        .register(registry);
  }

  private Counter decisions(boolean permitted, ReasonCode reason) {
    return Counter.builder("verdict.decisions")
        .description("Decisions made")
        .tag("decision", permitted ? "permit" : "deny")
        .tag("reason", reason.word())
        .register(registry);
  }

  private Timer duration(DecisionCall call) {
    return Timer.builder("verdict.decision.duration")
        .description("Time that a call of the decision service took, without decoding")
        .tag("call", MeterTable.word(call))
        .serviceLevelObjectives(DURATION_BUCKETS)
        .register(registry);
  }
}
