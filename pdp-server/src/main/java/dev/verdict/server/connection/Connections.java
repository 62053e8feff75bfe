package dev.verdict.server.connection;

import dev.verdict.server.configuration.ConnectionLimits;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The connections that are open, of all listeners that share it, and their bounds.
 *
 * <p>Where there is no room, the oldest connection gives way on which no call was ever
 * authenticated: a caller with a good token shows it as soon as it is connected, and those who open
 * connections to fill the server do not. So a flood costs its own connections, not those of others.
 * While the event loops are behind, those that none of them has looked at do not give way.
 *
 * <p>A connection that has to go holds its file until its event loop has closed it. Those count
 * too, and where there are {@link ConnectionLimits#files} of both, a new connection is not taken:
 * without files, a listener takes nobody for a second.
 *
 * <p>Safe for use by many threads at once.
 */
public final class Connections {

  /** As many as a listener takes at once. */
  private static final int BURST = 16;

  private final ConnectionLimits limits;
  private final LongSupplier nanoseconds;
  private final EndListener ends;
  private final BytesInFlight bytes;
  private final UntakenAnswers answers;

  private final Set<Connection> open = new HashSet<>();

  /** The newest of each remote end: who resets a connection may be back before that is noticed. */
  private final Map<Key, Connection> newest = new HashMap<>();

  private final Map<Listener, Integer> counts = new EnumMap<>(Listener.class);
  private final Set<Connection> closing = new HashSet<>();
  private final Unproven unproven = new Unproven();
  private final Map<Network, Unproven> unprovenOf = new HashMap<>();

  /**
   * None yet.
   *
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public Connections(ConnectionLimits limits, LongSupplier nanoseconds, EndListener ends) {
    this.limits = limits;
    this.nanoseconds = nanoseconds;
    this.ends = ends;
    this.bytes = new BytesInFlight(limits.bodyBytes());
    this.answers = new UntakenAnswers(new BytesInFlight(limits.bodyBytes()), nanoseconds);
  }

  public ConnectionLimits limits() {
    return limits;
  }

  /** What unfinished calls hold. */
  public BytesInFlight bytes() {
    return bytes;
  }

  /** Answers that their callers have not read yet; they may hold as many bytes as calls may. */
  public UntakenAnswers answers() {
    return answers;
  }

  /**
   * Takes a connection, for which an older one may have to go.
   *
   * @param cut ends it at once, from any thread, without waiting
   * @return empty where there is no room; then nothing may be done for it
   */
  public Optional<Connection> opened(Listener listener, InetSocketAddress remote, Runnable cut) {
    var connection = new Connection(this, listener, remote, cut);
    var going = new ArrayList<Ending>();
    Optional<EndCause> refused = take(connection, going);
    going.forEach(this::finish);
    refused.ifPresent(cause -> ends.ended(listener, cause));
    return refused.isPresent() ? Optional.empty() : Optional.of(connection);
  }

  /** Why it is not taken; empty where it is. */
  private synchronized Optional<EndCause> take(Connection connection, List<Ending> going) {
    if (open.size() + closing.size() >= limits.files()) {
      return Optional.of(EndCause.FULL);
    }
    Unproven neighbours = unprovenOf.getOrDefault(connection.network(), new Unproven());
    Optional<EndCause> refused =
        neighbours.size() >= limits.unprovenPerAddress()
            ? makeRoom(neighbours, EndCause.ADDRESS_FULL, EndCause.ADDRESS_FULL, going)
            : open.size() >= limits.total()
                ? makeRoom(unproven, EndCause.GAVE_WAY, EndCause.FULL, going)
                : Optional.empty();
    if (refused.isEmpty()) {
      add(connection);
    }
    return refused;
  }

  private Optional<EndCause> makeRoom(
      Unproven among, EndCause ofTheOld, EndCause ofTheNew, List<Ending> going) {
    Optional<Connection> old = among.first();
    old.ifPresent(connection -> going.add(forget(connection, ofTheOld)));
    return old.isPresent() ? Optional.empty() : Optional.of(ofTheNew);
  }

  private void add(Connection connection) {
    open.add(connection);
    newest.put(key(connection), connection);
    counts.merge(connection.listener(), 1, Integer::sum);
    unproven.add(connection);
    unprovenOf.computeIfAbsent(connection.network(), network -> new Unproven()).add(connection);
  }

  /**
   * True while the event loops are behind: many accepted connections were not read from yet, or
   * some must be closed before there are files for more. Who waits with the system meanwhile loses
   * nothing, and calls on connections that are open do not wait for those who come in numbers.
   */
  public synchronized boolean isBehind() {
    boolean filesAreShort = open.size() + closing.size() > limits.files() - BURST;
    return unproven.waiting() >= BURST || (filesAreShort && !closing.isEmpty());
  }

  /** The open connection of that remote end. */
  public synchronized Optional<Connection> find(Listener listener, InetSocketAddress remote) {
    return Optional.ofNullable(newest.get(new Key(listener, remote)));
  }

  /** How many are open at that listener. */
  public synchronized int count(Listener listener) {
    return counts.getOrDefault(listener, 0);
  }

  /**
   * Ends those that stayed unproven for too long, and those that do not read their answers. To be
   * called about once a second.
   */
  public void sweep() {
    late().forEach(this::finish);
    answers.sweep();
  }

  private synchronized List<Ending> late() {
    long then = nanoseconds.getAsLong() - limits.unprovenTime().toNanos();
    return unproven.seenBefore(then).stream()
        .map(connection -> forget(connection, EndCause.UNPROVEN_TOO_LONG))
        .toList();
  }

  synchronized void seen(Connection connection) {
    if (open.contains(connection)) {
      connection.seenAt(nanoseconds.getAsLong());
      unproven.seen(connection);
      Unproven neighbours = unprovenOf.get(connection.network());
      if (neighbours != null) {
        neighbours.seen(connection);
      }
    }
  }

  synchronized void prove(Connection connection) {
    if (open.contains(connection)) {
      removeUnproven(connection);
      connection.proved();
    }
  }

  void end(Connection connection, EndCause cause) {
    boolean ends;
    synchronized (this) {
      ends = open.contains(connection);
      if (ends) {
        forget(connection, cause);
      }
    }
    if (ends) {
      finish(new Ending(connection, cause));
    }
  }

  /** It is closed, and its file is free. */
  synchronized void closed(Connection connection) {
    if (!closing.remove(connection)) {
      remove(connection);
    }
  }

  /** It is to be cut: gives its place to others, but not yet its file. */
  private Ending forget(Connection connection, EndCause cause) {
    remove(connection);
    closing.add(connection);
    return new Ending(connection, cause);
  }

  private void remove(Connection connection) {
    if (open.remove(connection)) {
      newest.remove(key(connection), connection);
      counts.merge(connection.listener(), -1, Integer::sum);
      removeUnproven(connection);
    }
  }

  private void removeUnproven(Connection connection) {
    unproven.remove(connection);
    Unproven neighbours = unprovenOf.get(connection.network());
    if (neighbours != null) {
      neighbours.remove(connection);
      if (neighbours.size() == 0) {
        unprovenOf.remove(connection.network());
      }
    }
  }

  /** Outside of the lock: what ends a connection is not ours. */
  private void finish(Ending ending) {
    ending.connection().cut();
    ends.ended(ending.connection().listener(), ending.cause());
  }

  private static Key key(Connection connection) {
    return new Key(connection.listener(), connection.remote());
  }

  private record Key(Listener listener, InetSocketAddress remote) {}

  private record Ending(Connection connection, EndCause cause) {}
}
