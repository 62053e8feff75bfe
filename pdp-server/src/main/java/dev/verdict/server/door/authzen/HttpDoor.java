package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.refusal.RefusalListener;
import dev.verdict.server.transport.Endpoints;
import dev.verdict.server.transport.EventLoops;
import dev.verdict.server.transport.HostRule;
import dev.verdict.server.transport.HttpListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The HTTP surface of the decision point: OpenID AuthZEN 1.0 evaluation, evaluations and metadata
 * over HTTP/1.1.
 */
public final class HttpDoor implements AutoCloseable {

  private final HttpListener listener;

  private HttpDoor(HttpListener listener) {
    this.listener = listener;
  }

  /**
   * Starts to listen, and returns once it does.
   *
   * @param address port 0: any free one, see {@link #address()}
   * @param tls absent: in the clear
   * @param clock read once for each call, for {@code context.now}
   * @param publicUrl under which callers know this server; absent: the address that it listens on,
   *     which is good for development only
   * @param limits how large a request may be
   * @param callTimeout how long a call may take, once all of it is there
   * @param hosts which names of the server are answered
   * @param connections counts what is open here and elsewhere
   * @param refusals hears of the calls that are turned away
   * @throws IOException where the address is taken or the TLS files cannot be used
   * @throws IllegalArgumentException for a public URL that cannot be one
   */
  public static HttpDoor open(
      InetSocketAddress address,
      Optional<TlsConfiguration> tls,
      DecisionService decisions,
      IdentityGate gate,
      Clock clock,
      Optional<URI> publicUrl,
      Limits limits,
      Duration callTimeout,
      HostRule hosts,
      Connections connections,
      RefusalListener refusals)
      throws IOException {
    return open(
        address,
        tls,
        decisions,
        gate,
        clock,
        publicUrl,
        limits,
        callTimeout,
        hosts,
        connections,
        refusals,
        System::nanoTime);
  }

  /**
   * The same with another clock for timeouts.
   *
   * @param nanoseconds never goes back
   */
  static HttpDoor open(
      InetSocketAddress address,
      Optional<TlsConfiguration> tls,
      DecisionService decisions,
      IdentityGate gate,
      Clock clock,
      Optional<URI> publicUrl,
      Limits limits,
      Duration callTimeout,
      HostRule hosts,
      Connections connections,
      RefusalListener refusals,
      LongSupplier nanoseconds)
      throws IOException {
    Optional<PublicUrl> configured = publicUrl.map(PublicUrl::of);
    var questions =
        new Questions(Door.HTTP, decisions, gate, EventLoops::current, clock, limits, callTimeout);
    return new HttpDoor(
        HttpListener.open(
            address,
            tls,
            port ->
                endpoints(
                    questions,
                    limits,
                    configured.orElseGet(
                        () ->
                            PublicUrl.of(
                                tls.isPresent(),
                                new InetSocketAddress(address.getAddress(), port)))),
            hosts,
            connections,
            refusals,
            nanoseconds));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** From now on tells callers with each answer to take another connection. */
  public void drain() {
    listener.drain();
  }

  /** Takes no more calls, finishes those under way for up to five seconds, and stops. */
  @Override
  public void close() {
    listener.close();
  }

  private static Endpoints endpoints(Questions questions, Limits limits, PublicUrl url) {
    var single = new SingleEvaluation(questions, limits);
    return new Endpoints(
        Map.of(
            Paths.EVALUATION,
            new EvaluationEndpoint(questions, single, limits),
            Paths.EVALUATIONS,
            new EvaluationEndpoint(
                questions, new BatchEvaluation(single, questions, limits), limits),
            Paths.METADATA + url.path(),
            new MetadataEndpoint(url)));
  }
}
