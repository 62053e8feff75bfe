package dev.verdict.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps what one class writes to the log during a test, from INFO on, and off the console. To be
 * registered as an extension of the test.
 */
public final class CapturedLog implements BeforeEachCallback, AfterEachCallback {

  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };
  private final Logger logger;

  private CapturedLog(Logger logger) {
    this.logger = logger;
  }

  /** Of a class that names its logger after itself. */
  public static CapturedLog of(Class<?> writer) {
    return new CapturedLog((Logger) LoggerFactory.getLogger(writer));
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(events);
  }

  /** The texts of the lines, without time and level. */
  public List<String> lines() {
    return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    appender.start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
