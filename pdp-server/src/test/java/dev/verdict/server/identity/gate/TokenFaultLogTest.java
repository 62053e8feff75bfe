package dev.verdict.server.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.TestClock;
import dev.verdict.server.log.CapturedLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenFaultLogTest {

  private final TestClock clock = new TestClock();
  private final TokenFaultLog faults = new TokenFaultLog(clock);

  @RegisterExtension private final CapturedLog log = CapturedLog.of(TokenFaultLog.class);

  @Test
  void aFloodOfBadTokensIsNoFloodOfLines() {
    for (int i = 0; i < 1_000; i++) {
      faults.accept(TokenFault.EXPIRED);
    }
    faults.accept(TokenFault.BAD_SIGNATURE);
    clock.advance(Duration.ofSeconds(10));
    faults.accept(TokenFault.EXPIRED);

    assertThat(log.lines())
        .containsExactly(
            "event=token_refused cause=expired count=1",
            "event=token_refused cause=bad_signature count=1",
            "event=token_refused cause=expired count=1000");
  }
}
