package dev.verdict.server.connection;

import java.net.InetSocketAddress;

/** One connection that is open. Safe for use by many threads at once. */
public final class Connection {

  private final Connections owner;
  private final Listener listener;
  private final InetSocketAddress remote;
  private final Network network;
  private final Runnable cut;
  private volatile long seenAt;
  private volatile boolean proven;

  Connection(Connections owner, Listener listener, InetSocketAddress remote, Runnable cut) {
    this.owner = owner;
    this.listener = listener;
    this.remote = remote;
    this.network = Network.of(remote.getAddress());
    this.cut = cut;
  }

  /** Its event loop has read what it sent so far: from now on it may have to give way. */
  public void seen() {
    owner.seen(this);
  }

  /** A call on it was authenticated. */
  public void prove() {
    if (!proven) {
      owner.prove(this);
    }
  }

  /** Whether a call on it was ever authenticated. */
  public boolean isProven() {
    return proven;
  }

  /** It sent more than an unproven connection may: ends it. */
  public void sentTooMuch() {
    owner.end(this, EndCause.UNPROVEN_TOO_MUCH);
  }

  /** It does not speak the protocol of its listener: ends it. */
  public void sentAnotherProtocol() {
    owner.end(this, EndCause.NOT_GRPC);
  }

  /** It did not read what it was sent in time: ends it, and drops what it has not read. */
  public void leftAnswer() {
    owner.end(this, EndCause.ANSWER_NOT_TAKEN);
  }

  /** It is closed, by whichever side. */
  public void closed() {
    owner.closed(this);
  }

  Listener listener() {
    return listener;
  }

  InetSocketAddress remote() {
    return remote;
  }

  Network network() {
    return network;
  }

  /** When it was seen, by the clock of its owner. */
  long seenAt() {
    return seenAt;
  }

  void seenAt(long nanoseconds) {
    seenAt = nanoseconds;
  }

  void proved() {
    proven = true;
  }

  void cut() {
    cut.run();
  }
}
