package dev.verdict.server.command.serve;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.command.output.LoadReport;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.repository.PollOutcome;
import dev.verdict.server.repository.RepositoryListener;
import dev.verdict.server.wiring.VerdictServer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the person at the terminal what a server does. */
final class ServeConsole implements RepositoryListener {

  private final Consumer<String> terminal;
  private final Clock clock;
  private final AtomicReference<@Nullable Activation> first = new AtomicReference<>();

  private record Activation(Snapshot snapshot, LoadResult loaded, Duration took) {}

  /**
   * @param terminal takes whole lines, from several threads
   */
  ServeConsole(Consumer<String> terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** The server is up: what it decides by, where it listens, and what to try. */
  void started(VerdictServer server, ServerConfiguration configuration) {
    var text = new StringBuilder();
    String scheme = configuration.tls().isPresent() ? "https://" : "http://";
    String http = scheme + text(server.httpAddress());
    Activation activation = first.get();
    if (activation != null) {
      text.append("policies   ").append(source(configuration.repository())).append('\n');
      text.append("loaded     ").append(loaded(activation));
    }
    text.append("gRPC       ").append(text(server.grpcAddress())).append('\n');
    text.append("HTTP       ").append(http).append('\n');
    text.append("admin      http://").append(text(server.adminAddress())).append('\n');
    if (configuration.identity().isEmpty()) {
      text.append(
          """

          !! OPEN DEVELOPMENT MODE: every caller is believed, whoever it says it is, and has all rights.
          !! It listens on this machine only. For tokens, start it with --config.
          """);
      if (activation != null) {
        appendSamples(text, activation, new CurlLine(http));
      }
    }
    terminal.accept(text.append("\nserving; Ctrl-C stops\n").toString());
  }

  private void appendSamples(StringBuilder text, Activation activation, CurlLine curl) {
    var samples = Samples.of(activation.snapshot, activation.loaded, clock);
    samples
        .permit()
        .ifPresent(
            sample ->
                text.append("\nTry it. This is a permit:\n  ")
                    .append(curl.of(sample.request()))
                    .append('\n'));
    samples
        .deny()
        .ifPresent(
            sample ->
                text.append("This is a deny, by ")
                    .append(sample.decision().reason().rule().orElseThrow())
                    .append(":\n  ")
                    .append(curl.of(sample.request()))
                    .append('\n'));
  }

  @Override
  public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
    var activation = new Activation(snapshot, loaded, took);
    if (!first.compareAndSet(null, activation)) {
      terminal.accept("reloaded   " + loaded(activation));
    }
  }

  @Override
  public void rejected(LoadFailure.Rejected failure) {
    tellWhileServing(
        failure.report()
            + "rejected   revision "
            + failure.revision()
            + "; the last good policies go on deciding\n");
  }

  @Override
  public void unreachable(LoadFailure.Unreachable failure) {
    tellWhileServing(
        "unreadable " + failure.report() + "; the last good policies go on deciding\n");
  }

  @Override
  public void recovered(String revision) {
    terminal.accept("recovered  the repository holds the active revision " + revision + " again\n");
  }

  @Override
  public void polled(PollOutcome outcome) {
    // too often for a person
  }

  /** Before the first activation, the command itself says why it cannot start. */
  private void tellWhileServing(String text) {
    if (first.get() != null) {
      terminal.accept(text);
    }
  }

  private static String source(RepositoryConfiguration repository) {
    return repository.accept(
        new RepositoryConfiguration.Visitor<>() {
          @Override
          public String directory(RepositoryConfiguration.Directory place) {
            return place.path().toString();
          }

          @Override
          public String git(RepositoryConfiguration.Git place) {
            return place.url()
                + " "
                + place.ref()
                + place.path().map(path -> " " + path).orElse("");
          }
        });
  }

  private static String loaded(Activation activation) {
    int tests = activation.loaded.tests().size();
    return LoadReport.contents(activation.snapshot.contents())
        + (tests == 0 ? ", no tests" : ", " + LoadReport.number(tests, "test") + " passed")
        + String.format(Locale.ROOT, " (%d ms)%n", activation.took.toMillis())
        + "revision   "
        + activation.snapshot.revision()
        + "\n";
  }

  private static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
