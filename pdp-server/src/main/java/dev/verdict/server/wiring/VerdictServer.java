package dev.verdict.server.wiring;

import dev.verdict.policy.snapshot.LoadListener;
import dev.verdict.policy.snapshot.LoadMemory;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.configuration.ListenConfiguration;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.admin.AdminDoor;
import dev.verdict.server.door.admin.Readiness;
import dev.verdict.server.door.authzen.HttpDoor;
import dev.verdict.server.door.grpc.GrpcDoor;
import dev.verdict.server.door.grpc.LeakDetection;
import dev.verdict.server.identity.gate.IdentityGates;
import dev.verdict.server.identity.gate.KeyedGate;
import dev.verdict.server.identity.gate.TokenWorkers;
import dev.verdict.server.identity.token.RememberedTokens;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.repository.ActiveSnapshot;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.repository.RepositoryFollower;
import dev.verdict.server.repository.RepositoryListener;
import dev.verdict.server.repository.RepositoryListeners;
import dev.verdict.server.repository.RepositoryLog;
import dev.verdict.server.transport.HostRule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running decision point, and the one place where its parts are put together.
 *
 * <p>The doors open after the policies are loaded: whoever reaches one gets a decision. The admin
 * port opens before and closes after them, and says that callers should go elsewhere meanwhile.
 */
public final class VerdictServer implements AutoCloseable {

  private final OpenParts parts;
  private final RepositoryFollower follower;
  private final KeyedGate gate;
  private final GrpcDoor grpc;
  private final HttpDoor http;
  private final AdminDoor admin;
  private final AtomicReference<Readiness> readiness;
  private final Duration drainWait;

  private VerdictServer(
      OpenParts parts,
      RepositoryFollower follower,
      KeyedGate gate,
      GrpcDoor grpc,
      HttpDoor http,
      AdminDoor admin,
      AtomicReference<Readiness> readiness,
      Duration drainWait) {
    this.parts = parts;
    this.follower = follower;
    this.gate = gate;
    this.grpc = grpc;
    this.http = http;
    this.admin = admin;
    this.readiness = readiness;
    this.drainWait = drainWait;
  }

  /**
   * Loads the policies, opens the doors, and follows the policies from then on.
   *
   * @param listeners hear what becomes of the policies, from the first load on
   * @throws PoliciesRejectedException where the policies have errors or cannot be read
   * @throws InvalidConfigurationException where a part cannot do what it is configured to
   * @throws IOException where a door cannot be opened
   */
  public static VerdictServer start(
      ServerConfiguration configuration, RepositoryListener... listeners)
      throws IOException, PoliciesRejectedException {
    LeakDetection.offUnless(Optional.ofNullable(System.getProperty(LeakDetection.PROPERTY)));
    var parts = new OpenParts();
    boolean started = false;
    try {
      VerdictServer server = new Wiring(configuration, parts).start(List.of(listeners));
      started = true;
      return server;
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  /** Where gRPC listens. */
  public InetSocketAddress grpcAddress() {
    return grpc.address();
  }

  /** Where AuthZEN over HTTP listens. */
  public InetSocketAddress httpAddress() {
    return http.address();
  }

  /** Where health, metrics and status are. */
  public InetSocketAddress adminAddress() {
    return admin.address();
  }

  /**
   * Looks at the policy repository and the keys of issuers soon, without waiting for their
   * intervals to pass. Never blocks.
   */
  public void lookNow() {
    follower.lookNow();
    gate.lookNow();
  }

  /**
   * Says that it is going down, waits as configured for callers to go elsewhere, finishes the calls
   * under way, for some seconds at most, and stops.
   */
  @Override
  public void close() {
    if (readiness.getAndSet(Readiness.DRAINING) == Readiness.READY) {
      grpc.drain();
      http.drain();
      awaitCallersToLeave();
    }
    parts.close();
  }

  private void awaitCallersToLeave() {
    try {
      Thread.sleep(drainWait.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the parts, each from those before it. */
  private static final class Wiring {

    private final ServerConfiguration configuration;
    private final OpenParts parts;
    private final AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.STARTING);
    private final Clock clock = Clock.systemUTC();
    private final ServerMetrics metrics = new ServerMetrics(clock);
    private final ScheduledExecutorService sweeping = newThread("connection-bounds");

    Wiring(ServerConfiguration configuration, OpenParts parts) {
      this.configuration = configuration;
      this.parts = parts;
      parts.add(metrics::close);
      parts.add(sweeping::shutdownNow);
    }

    VerdictServer start(List<RepositoryListener> listeners)
        throws IOException, PoliciesRejectedException {
      KeyedGate gate = gate();
      var active = new ActiveSnapshot();
      RepositoryFollower follower = follower(active, listeners);
      ListenConfiguration listen = configuration.listen();
      FreeAddresses.check(listen);
      if (configuration.tls().isPresent()) {
        TlsFiles.check(configuration.tls().get());
      }
      HostRule hosts = configuration.identity().isPresent() ? HostRule.ANY : HostRule.LOOPBACK;
      Connections adminConnections = connections(ConnectionBounds.ADMIN, Listener.ADMIN);
      AdminDoor admin =
          AdminDoor.open(
              address(listen.admin()),
              metrics::scrape,
              follower::status,
              readiness::get,
              hosts,
              adminConnections);
      parts.add(admin::close);
      Optional<LoadFailure> failure = follower.start();
      if (failure.isPresent()) {
        throw new PoliciesRejectedException(failure.get());
      }
      DecisionService decisions = DecisionPipeline.of(active, configuration.cache(), metrics);
      Connections connections =
          connections(
              ConnectionBounds.ofDoors(configuration.connections()), Listener.GRPC, Listener.HTTP);
      metrics.doors().watch(connections.bytes(), connections.answers().bytes());
      GrpcDoor grpc =
          GrpcDoor.open(
              address(listen.grpc()),
              configuration.tls(),
              decisions,
              gate.gate(),
              clock,
              configuration.limits(),
              configuration.callTimeout(),
              connections,
              kind -> metrics.doors().rejected(Door.GRPC, kind));
      parts.add(grpc::close);
      HttpDoor http =
          HttpDoor.open(
              address(listen.http()),
              configuration.tls(),
              decisions,
              gate.gate(),
              clock,
              configuration.publicUrl(),
              configuration.limits(),
              configuration.callTimeout(),
              hosts,
              connections,
              kind -> metrics.doors().rejected(Door.HTTP, kind));
      parts.add(http::close);
      RightsLog.write(configuration.identity());
      readiness.set(Readiness.READY);
      return new VerdictServer(
          parts, follower, gate, grpc, http, admin, readiness, configuration.drainWait());
    }

    private Connections connections(ConnectionLimits limits, Listener... listeners) {
      var connections = new Connections(limits, System::nanoTime, metrics.doors()::ended);
      metrics.doors().watch(connections, listeners);
      var unused = sweeping.scheduleWithFixedDelay(connections::sweep, 1, 1, TimeUnit.SECONDS);
      return connections;
    }

    private KeyedGate gate() {
      Optional<IdentityConfiguration> identity = configuration.identity();
      if (identity.isEmpty()) {
        return new KeyedGate(IdentityGates.openDevelopment(), List.of());
      }
      ScheduledExecutorService executor = newThread("issuer-keys");
      parts.add(executor::shutdownNow);
      ExecutorService workers = TokenWorkers.start();
      parts.add(workers::shutdownNow);
      var remembered = new RememberedTokens(configuration.cache().tokenBytes(), metrics.tokens());
      metrics.tokens().watch(remembered::bytes);
      return IdentityGates.verifying(
          identity.get(), remembered, executor, workers, clock, metrics.tokens()::rejected);
    }

    private RepositoryFollower follower(ActiveSnapshot active, List<RepositoryListener> listeners) {
      LoadOptions options = LoadOptions.DEFAULT.within(configuration.limits());
      var memory = new LoadMemory();
      var all = new ArrayList<RepositoryListener>();
      all.add(metrics.repository());
      all.add(new RepositoryLog());
      all.addAll(listeners);
      var follower =
          new RepositoryFollower(
              PolicySources.open(configuration.repository(), clock, configuration.limits()),
              (files, revision) ->
                  SnapshotLoader.load(files, revision, options, LoadListener.SILENT, memory),
              active,
              new RepositoryListeners(all),
              clock,
              RepositoryFollower.newThread(),
              configuration.repository().pollInterval());
      parts.add(follower::close);
      return follower;
    }

    private static ScheduledExecutorService newThread(String name) {
      return Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
          });
    }

    private static InetSocketAddress address(ListenAddress address) {
      return new InetSocketAddress(address.host(), address.port());
    }
  }
}
