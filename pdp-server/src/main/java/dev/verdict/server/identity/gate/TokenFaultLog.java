package dev.verdict.server.identity.gate;

import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.MinimumInterval;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator why tokens are refused: the first one of each cause at once, then a count
 * every ten seconds at most, so that a flood of bad tokens is no flood of lines.
 */
final class TokenFaultLog implements Consumer<TokenFault> {

  private static final Logger LOG = LoggerFactory.getLogger(TokenFaultLog.class);
  private static final long MILLIS_BETWEEN_LINES = 10_000;

  private final Clock clock;
  private final Map<TokenFault, Cause> causes = new EnumMap<>(TokenFault.class);

  TokenFaultLog(Clock clock) {
    this.clock = clock;
    for (TokenFault fault : TokenFault.values()) {
      causes.put(fault, new Cause(new LongAdder(), new MinimumInterval(MILLIS_BETWEEN_LINES)));
    }
  }

  @Override
  public void accept(TokenFault fault) {
    Cause cause = causes.get(fault);
    if (cause != null) {
      cause.count().increment();
      if (cause.lines().tryNow(clock.millis())) {
        LOG.warn(
            "event=token_refused cause={} count={}",
            fault.name().toLowerCase(Locale.ROOT),
            cause.count().sumThenReset());
      }
    }
  }

  private record Cause(LongAdder count, MinimumInterval lines) {}
}
