package dev.verdict.server.metrics;

import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.token.TokenLookupListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Counts tokens: those that are known, those to be verified, and those that are refused. */
public final class TokenMetrics implements TokenLookupListener {

  private final MeterRegistry registry;
  private final MeterTable<TokenFault, Counter> faults;
  private final LookupMeters lookups;

  TokenMetrics(MeterRegistry registry) {
    this.registry = registry;
    faults = MeterTable.of(TokenFault.class, this::fault);
    lookups = new LookupMeters(registry, "verdict.token.cache", "Lookups of verified tokens");
  }

  /** A token was verified before. */
  @Override
  public void tokenKnown() {
    lookups.hit();
  }

  /** A token has to be verified. */
  @Override
  public void tokenUnknown() {
    lookups.miss();
  }

  /** A token was not accepted. */
  public void rejected(TokenFault fault) {
    faults.at(fault).increment();
  }

  /** Shows how much memory remembered tokens take from now on. */
  public void watch(LongSupplier bytes) {
    lookups.watch(bytes, "About how much memory verified tokens take");
  }

  private Counter fault(TokenFault fault) {
    return Counter.builder("verdict.tokens.rejected")
        .description("Tokens that were not accepted")
        .tag("cause", MeterTable.word(fault))
        .register(registry);
  }
}
