package dev.verdict.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;

class LogRateTest {

  @RegisterExtension private final CapturedLog news = CapturedLog.of(LogRate.class);

  private final AtomicLong clock = new AtomicLong();
  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger foreign = context.getLogger("io.grpc.internal.ServerImpl");

  @BeforeEach
  void limit() {
    context.addTurboFilter(new LogRate(clock::get));
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    lines.start();
  }

  @Test
  void aLoggerWritesSoManyLinesAMinuteAndTellsHowManyWereLeftOut() {
    for (int i = 0; i < 500; i++) {
      foreign.warn("a stream broke", new IllegalStateException("of a caller"));
    }
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    foreign.warn("later");

    assertThat(lines.list).hasSize(LogRate.MAX_FOREIGN_LINES + 1);
    assertThat(news.lines())
        .containsExactly(
            "event=log_limit_reached logger=io.grpc.internal.ServerImpl lines_a_minute=10",
            "event=log_lines_left_out logger=io.grpc.internal.ServerImpl count=490");
  }

  @Test
  void linesWithFieldsOfTheirOwnCountToo() {
    for (int i = 0; i < 20; i++) {
      foreign.atError().addKeyValue("event", "broken").log("a stream broke");
    }

    assertThat(lines.list).hasSize(LogRate.MAX_FOREIGN_LINES);
  }

  @Test
  void askingForALevelIsNoLineAndOtherLoggersAndLevelsAreTheirOwn() {
    for (int i = 0; i < 100; i++) {
      assertThat(foreign.isWarnEnabled()).isTrue();
      foreign.info("told");
      foreign.debug("not enabled");
      context.getLogger("dev.verdict.server.Own").warn("of ours");
    }
    foreign.error("first");

    assertThat(lines.list).hasSize(100 + LogRate.MAX_OWN_LINES + 1);
    assertThat(news.lines()).hasSize(1);
  }
}
