package dev.verdict.server.connection;

/** Hears of the connections that the server ends; must not block. */
public interface EndListener {

  void ended(Listener listener, EndCause cause);
}
