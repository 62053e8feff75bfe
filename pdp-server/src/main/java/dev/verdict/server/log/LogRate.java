package dev.verdict.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Lets each logger write only so many warnings and errors a minute, and tells how many it left out:
 * no caller fills the disk of a server with what it breaks. Loggers of libraries get less, since
 * what they write comes with long stacks. What is below a warning passes.
 */
public final class LogRate extends TurboFilter {

  static final int MAX_OWN_LINES = 60;
  static final int MAX_FOREIGN_LINES = 10;

  private static final String OWN = "dev.verdict.";
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogRate.class);

  private final LongSupplier nanoseconds;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  /** Made for the log of the process. */
  public LogRate() {
    this(System::nanoTime);
  }

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  LogRate(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Logback asks with neither a text nor a throwable whether a level is enabled. */
  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    boolean isLine = format != null || thrown != null;
    return isLine ? decide(logger, level) : FilterReply.NEUTRAL;
  }

  @Override
  public FilterReply decide(Logger logger, org.slf4j.event.LoggingEvent event) {
    return decide(logger, Level.convertAnSLF4JLevel(event.getLevel()));
  }

  private FilterReply decide(Logger logger, Level level) {
    if (!level.isGreaterOrEqual(Level.WARN)
        || !level.isGreaterOrEqual(logger.getEffectiveLevel())
        || logger.getName().equals(LOG.getName())) {
      return FilterReply.NEUTRAL;
    }
    Minute minute =
        minutes.computeIfAbsent(
            logger.getName(), name -> new Minute(name, nanoseconds.getAsLong()));
    return minute.allows(nanoseconds.getAsLong()) ? FilterReply.NEUTRAL : FilterReply.DENY;
  }

  /** The lines of one logger since its first one in a minute. */
  private static final class Minute {

    private final String logger;
    private final int max;
    private long begun;
    private int lines;

    Minute(String logger, long begun) {
      this.logger = logger;
      this.max = logger.startsWith(OWN) ? MAX_OWN_LINES : MAX_FOREIGN_LINES;
      this.begun = begun;
    }

    synchronized boolean allows(long now) {
      if (now - begun >= MINUTE) {
        if (lines > max) {
          LOG.warn("event=log_lines_left_out logger={} count={}", logger, lines - max);
        }
        begun = now;
        lines = 0;
      }
      lines++;
      if (lines == max + 1) {
        LOG.warn("event=log_limit_reached logger={} lines_a_minute={}", logger, max);
      }
      return lines <= max;
    }
  }
}
