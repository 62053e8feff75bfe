package dev.verdict.server.metrics;

import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.token.TokenLookupListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Counts tokens: those that are known, those to be verified, and those that are refused. */
public final class TokenMetrics implements TokenLookupListener {

  private final MeterRegistry registry;
  private final MeterTable<TokenFault, Counter> faults;
  private final Counter known;
  private final Counter unknown;

  TokenMetrics(MeterRegistry registry) {
    this.registry = registry;
    faults = MeterTable.of(TokenFault.class, this::fault);
    known = lookup("hit");
    unknown = lookup("miss");
  }

  /** A token was verified before. */
  @Override
  public void tokenKnown() {
    known.increment();
  }

  /** A token has to be verified. */
  @Override
  public void tokenUnknown() {
    unknown.increment();
  }

  /** A token was not accepted. */
  public void rejected(TokenFault fault) {
    faults.at(fault).increment();
  }

  /** Shows how much memory remembered tokens take from now on. */
  public void watch(LongSupplier bytes) {
    Gauge.builder("verdict.token.cache.bytes", bytes::getAsLong)
        .description("About how much memory verified tokens take")
        .baseUnit("bytes")
        .register(registry);
  }

  private Counter fault(TokenFault fault) {
    return Counter.builder("verdict.tokens.rejected")
        .description("Tokens that were not accepted")
        .tag("cause", MeterTable.word(fault))
        .register(registry);
  }

  private Counter lookup(String result) {
    return Counter.builder("verdict.token.cache.lookups")
        .description("Lookups of verified tokens")
        .tag("result", result)
        .register(registry);
  }
}
