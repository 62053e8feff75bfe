package dev.verdict.server.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TokenFaultLogTest {

  private final TestClock clock = new TestClock();
  private final TokenFaultLog log = new TokenFaultLog(clock);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(TokenFaultLog.class);

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  @Test
  void aFloodOfBadTokensIsNoFloodOfLines() {
    for (int i = 0; i < 1_000; i++) {
      log.accept(TokenFault.EXPIRED);
    }
    log.accept(TokenFault.BAD_SIGNATURE);
    clock.advance(Duration.ofSeconds(10));
    log.accept(TokenFault.EXPIRED);

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "event=token_refused cause=expired count=1",
            "event=token_refused cause=bad_signature count=1",
            "event=token_refused cause=expired count=1000");
  }
}
