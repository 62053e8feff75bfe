package dev.verdict.server.metrics;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.server.cache.LookupListener;
import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.EndCause;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.decision.Door;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.token.TokenLookupListener;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.repository.PollOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the server counts and times, in the Prometheus text format.
 *
 * <p>Every series that can be foreseen exists from the start with zero, so that an alert on its
 * rate works before the first event. Safe for use by many threads at once.
 */
public final class ServerMetrics implements AutoCloseable, LookupListener, TokenLookupListener {

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

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final Clock clock;

  private final Map<ReasonCode, Counter> permits = new ConcurrentHashMap<>();
  private final Map<ReasonCode, Counter> denies = new ConcurrentHashMap<>();
  private final Map<String, Counter> exceeded = new ConcurrentHashMap<>();
  private final Map<DecisionCall, Timer> durations;
  private final Map<Door, Map<RefusalKind, Counter>> rejections;
  private final Map<PollOutcome, Counter> activations;
  private final Map<TokenFault, Counter> tokenFaults;
  private final Map<Listener, Map<EndCause, Counter>> ends;
  private final Counter cacheHits;
  private final Counter cacheMisses;
  private final Counter tokensKnown;
  private final Counter tokensUnknown;

  private volatile @Nullable ActiveSnapshot active;

  /**
   * @param clock tells the age of the active snapshot
   */
  public ServerMetrics(Clock clock) {
    this.clock = clock;
    for (ReasonCode reason : ReasonCode.values()) {
      counterOf(reason == ReasonCode.PERMITTED, reason);
    }
    durations = each(DecisionCall.class, this::duration);
    rejections = each(Door.class, door -> each(RefusalKind.class, kind -> rejection(door, kind)));
    activations = each(PollOutcome.class, this::activation);
    tokenFaults = each(TokenFault.class, this::tokenFault);
    ends = each(Listener.class, listener -> each(EndCause.class, cause -> end(listener, cause)));
    cacheHits = cacheLookup("hit");
    cacheMisses = cacheLookup("miss");
    tokensKnown = tokenLookup("hit");
    tokensUnknown = tokenLookup("miss");
    registerSnapshot();
    registerMachine();
  }

  /** A decision was made. */
  public void decided(Decision decision) {
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
  public void called(DecisionCall call, long nanoseconds) {
    find(durations, call).record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  /** A door turned a call away without a decision. */
  public void rejected(Door door, RefusalKind kind) {
    find(find(rejections, door), kind).increment();
  }

  /** The policy repository was looked at. */
  public void looked(PollOutcome outcome) {
    find(activations, outcome).increment();
  }

  /** A snapshot became the active one. */
  public void activated(int rules, Instant since) {
    active = new ActiveSnapshot(rules, since);
  }

  /** A decision was found in the cache. */
  @Override
  public void cacheHit() {
    cacheHits.increment();
  }

  /** A decision was not found in the cache. */
  @Override
  public void cacheMiss() {
    cacheMisses.increment();
  }

  /** A connection was ended by the server, or not taken. */
  public void ended(Listener listener, EndCause cause) {
    find(find(ends, listener), cause).increment();
  }

  /** Shows what connections hold from now on. */
  public void watch(Connections connections, Listener... listeners) {
    for (Listener listener : listeners) {
      Gauge.builder("verdict.connections.open", () -> connections.count(listener))
          .description("Connections that are open")
          .tag("listener", word(listener))
          .register(registry);
    }
  }

  /** Shows what unfinished calls and answers hold from now on. */
  public void watch(BytesInFlight calls, BytesInFlight answers) {
    Gauge.builder("verdict.body.bytes", calls::held)
        .description("Bytes of calls that have begun to arrive and are not yet answered")
        .register(registry);
    Gauge.builder("verdict.answer.bytes", answers::held)
        .description("Bytes of answers that wait for their callers to read them")
        .register(registry);
  }

  /** Remembered decisions take so many bytes. */
  public void decisionCache(LongSupplier bytes) {
    Gauge.builder("verdict.decision.cache.bytes", bytes::getAsLong)
        .description("About how much memory remembered decisions take")
        .baseUnit("bytes")
        .register(registry);
  }

  /** Remembered tokens take so many bytes. */
  public void tokenCache(LongSupplier bytes) {
    Gauge.builder("verdict.token.cache.bytes", bytes::getAsLong)
        .description("About how much memory verified tokens take")
        .baseUnit("bytes")
        .register(registry);
  }

  /** A token was verified before. */
  @Override
  public void tokenKnown() {
    tokensKnown.increment();
  }

  /** A token has to be verified. */
  @Override
  public void tokenUnknown() {
    tokensUnknown.increment();
  }

  /** A token was not accepted. */
  public void tokenRejected(TokenFault fault) {
    find(tokenFaults, fault).increment();
  }

  /** Everything, as {@code text/plain; version=0.0.4}. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
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
        .tag("call", word(call))
        .serviceLevelObjectives(DURATION_BUCKETS)
        .register(registry);
  }

  private Counter rejection(Door door, RefusalKind kind) {
    return Counter.builder("verdict.requests.rejected")
        .description("Calls turned away without a decision")
        .tag("door", door.word())
        .tag("cause", kind.reason())
        .register(registry);
  }

  private Counter activation(PollOutcome outcome) {
    return Counter.builder("verdict.snapshot.activations")
        .description("Looks at the policy repository, by what became of them")
        .tag("outcome", word(outcome))
        .register(registry);
  }

  private Counter tokenFault(TokenFault fault) {
    return Counter.builder("verdict.tokens.rejected")
        .description("Tokens that were not accepted")
        .tag("cause", word(fault))
        .register(registry);
  }

  private Counter end(Listener listener, EndCause cause) {
    return Counter.builder("verdict.connections.ended")
        .description("Connections that the server ended or did not take")
        .tag("listener", word(listener))
        .tag("cause", word(cause))
        .register(registry);
  }

  private Counter cacheLookup(String result) {
    return Counter.builder("verdict.decision.cache.lookups")
        .description("Lookups in the decision cache")
        .tag("result", result)
        .register(registry);
  }

  private Counter tokenLookup(String result) {
    return Counter.builder("verdict.token.cache.lookups")
        .description("Lookups of verified tokens")
        .tag("result", result)
        .register(registry);
  }

  private void registerSnapshot() {
    TimeGauge.builder("verdict.snapshot.age", this::ageInSeconds, TimeUnit.SECONDS)
        .description("Time since the active snapshot became active; NaN before the first")
        .register(registry);
    Gauge.builder("verdict.snapshot.rules", this::rules)
        .description("Rules in the active snapshot")
        .register(registry);
  }

  private void registerMachine() {
    new JvmMemoryMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  private double ageInSeconds() {
    ActiveSnapshot snapshot = active;
    return snapshot == null
        ? Double.NaN
        : Duration.between(snapshot.since(), clock.instant()).toMillis() / 1_000.0;
  }

  private int rules() {
    ActiveSnapshot snapshot = active;
    return snapshot == null ? 0 : snapshot.rules();
  }

  private static <K extends Enum<K>, V> Map<K, V> each(Class<K> keys, Function<K, V> make) {
    var result = new EnumMap<K, V>(keys);
    for (K key : keys.getEnumConstants()) {
      result.put(key, make.apply(key));
    }
    return result;
  }

  private static <K extends Enum<K>, V> V find(Map<K, V> complete, K key) {
    V value = complete.get(key);
    if (value == null) {
      throw new IllegalStateException("no meter for " + key);
    }
    return value;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private record ActiveSnapshot(int rules, Instant since) {}
}
