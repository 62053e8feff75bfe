package dev.verdict.server.log;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;

/**
 * Sets the log up: one line for each event, on standard error, since standard output belongs to the
 * commands. Whatever a message or an exception holds, it stays on its line.
 *
 * <p>Logback finds this class as a service. It is code and no file because reading one takes a
 * tenth of the time to start; a file that {@code -Dlogback.configurationFile} names is used
 * instead.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {

  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} "
          + "%replace(%replace(%msg%n%ex{12}){'[\\r\\n]+\\t?(?=[^\\r\\n])',' | '})"
          + "{'[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f]','?'}";

  /**
   * Libraries that write stacks and bytes that a peer sent. What a peer does to its connection is
   * counted instead ({@code verdict_connections_ended_total}, {@code
   * verdict_requests_rejected_total}).
   */
  private static final List<String> SILENT =
      List.of("io.grpc.netty", "io.netty", "io.vertx.core.http", "io.vertx.core.net");

  /** Made by Logback. */
  public LogConfiguration() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    context.getStatusManager().add(new NopStatusListener());
    addRate(context);
    context.getLogger("dev.verdict").setLevel(Level.INFO);
    SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(standardError(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static void addRate(LoggerContext context) {
    var rate = new LogRate();
    rate.setContext(context);
    rate.start();
    context.addTurboFilter(rate);
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
    var lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setCharset(StandardCharsets.UTF_8);
    lines.setPattern(PATTERN);
    lines.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(lines);
    appender.start();
    return appender;
  }
}
