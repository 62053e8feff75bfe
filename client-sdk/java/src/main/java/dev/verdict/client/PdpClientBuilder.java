package dev.verdict.client;

import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settles how a {@link PdpClient} connects and what it does about failures and obligations. */
public final class PdpClientBuilder {

  private static final int MAX_ANSWER_BYTES = 16 << 20;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /** A decision changes nothing, so it may be asked again while the deadline lasts. */
  private static final Map<String, ?> RETRY =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of("service", "verdict.v1.DecisionService")),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      3.0,
                      "initialBackoff",
                      "0.01s",
                      "maxBackoff",
                      "0.05s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE")))));

  private final Target target;
  private final Map<String, ObligationHandler> handlers = new HashMap<>();
  private final Set<String> handedOver = new HashSet<>();
  private Duration deadline = Duration.ofMillis(250);
  private FailureMode failureMode = FailureMode.THROW;
  private boolean plaintext;
  private boolean tokensInPlaintext;
  private @Nullable Path trusted;
  private @Nullable Path certificateChain;
  private @Nullable Path privateKey;
  private @Nullable Supplier<String> tokens;

  PdpClientBuilder(String target) {
    this.target = Target.of(target);
  }

  /** How long one call may take, with all retries; 250 milliseconds unless told. */
  public PdpClientBuilder deadline(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("deadline: " + limit + " (expected: more than zero)");
    }
    deadline = limit;
    return this;
  }

  /** What to do without an answer; {@link FailureMode#THROW} unless told. */
  public PdpClientBuilder onFailure(FailureMode mode) {
    failureMode = mode;
    return this;
  }

  /**
   * Connects without TLS: for a PDP on this machine, or where the network itself encrypts. Tokens,
   * this client's own and those of subjects, are then sent to loopback addresses, {@code localhost}
   * and Unix sockets only; see {@link #allowTokensInPlaintext}.
   */
  public PdpClientBuilder plaintext() {
    plaintext = true;
    return this;
  }

  /**
   * Says that tokens may go to another machine without TLS, as others on the way cannot read them:
   * inside a service mesh that encrypts, for example. Only with {@link #plaintext}.
   */
  public PdpClientBuilder allowTokensInPlaintext() {
    tokensInPlaintext = true;
    return this;
  }

  /**
   * Trusts only a PDP whose certificate these have signed; the Java platform's own unless told.
   *
   * @param certificates PEM
   */
  public PdpClientBuilder trust(Path certificates) {
    trusted = certificates;
    return this;
  }

  /**
   * Shows the PDP a certificate of this client.
   *
   * @param chain PEM: the client's first, then those that signed it
   * @param key PEM, PKCS #8, without a password
   */
  public PdpClientBuilder clientCertificate(Path chain, Path key) {
    certificateChain = chain;
    privateKey = key;
    return this;
  }

  /**
   * Sends this client's own token with each call.
   *
   * @param supplier asked for each call; it should remember a token while that is valid. Where it
   *     throws, the call fails as {@link PdpException.Kind#UNAUTHENTICATED}
   */
  public PdpClientBuilder bearerToken(Supplier<String> supplier) {
    tokens = supplier;
    return this;
  }

  /**
   * Names who does an obligation. The handler runs before the client answers, for permits and for
   * denies that carry the obligation; where it throws, there is no permit.
   *
   * @param obligation its id
   */
  public PdpClientBuilder handles(String obligation, ObligationHandler handler) {
    handlers.put(WellFormed.name("obligation", obligation), handler);
    return this;
  }

  /**
   * Promises that whoever calls {@link PdpClient#evaluate} reads {@link Decision#obligations} and
   * does this one. {@link PdpClient#isAllowed} has no way to hand it over, so there it refuses.
   *
   * @param obligation its id
   */
  public PdpClientBuilder handsOver(String obligation) {
    handedOver.add(WellFormed.name("obligation", obligation));
    return this;
  }

  /**
   * A client that begins to connect at once.
   *
   * @throws UncheckedIOException where a PEM file cannot be read
   * @throws IllegalStateException where the settings contradict each other, or would send this
   *     client's token where others can read it
   */
  public PdpClient build() {
    ChannelCredentials credentials = credentials();
    RequestWriter writer = new RequestWriter(guard());
    ManagedChannel channel =
        Grpc.newChannelBuilder(target.text(), credentials)
            .defaultLoadBalancingPolicy("round_robin")
            .defaultServiceConfig(RETRY)
            .enableRetry()
            .maxInboundMessageSize(MAX_ANSWER_BYTES)
            .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
            .build();
    channel.getState(true);
    return client(channel, writer);
  }

  /** For tests: a client on a channel of theirs. */
  PdpClient build(ManagedChannel channel) {
    return client(channel, new RequestWriter(guard()));
  }

  private PdpClient client(ManagedChannel channel, RequestWriter writer) {
    CallOptions options =
        tokens == null
            ? CallOptions.DEFAULT
            : CallOptions.DEFAULT.withCallCredentials(new BearerCredentials(tokens));
    return new PdpClient(
        new Connection(target, channel, options, deadline),
        writer,
        new Settlement(new Obligations(handlers, handedOver)),
        failureMode);
  }

  private TokenGuard guard() {
    if (tokensInPlaintext && !plaintext) {
      throw new IllegalStateException(
          "allowTokensInPlaintext: only with plaintext(); with TLS tokens are safe without it");
    }
    TokenGuard guard = TokenGuard.of(target, plaintext, tokensInPlaintext);
    if (tokens != null) {
      guard.checkOwnToken();
    }
    return guard;
  }

  private ChannelCredentials credentials() {
    if (plaintext) {
      if (trusted != null || certificateChain != null) {
        throw new IllegalStateException("plaintext: has no use for certificates");
      }
      return InsecureChannelCredentials.create();
    }
    var tls = TlsChannelCredentials.newBuilder();
    try {
      if (trusted != null) {
        tls.trustManager(trusted.toFile());
      }
      if (certificateChain != null && privateKey != null) {
        tls.keyManager(certificateChain.toFile(), privateKey.toFile());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read a PEM file for TLS", unreadable);
    }
    return tls.build();
  }
}
