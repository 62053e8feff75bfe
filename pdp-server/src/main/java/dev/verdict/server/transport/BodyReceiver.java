package dev.verdict.server.transport;

/** Takes the body of a call. */
public interface BodyReceiver {

  /**
   * The body has arrived in full. Never blocks; what it throws is a fault of the server.
   *
   * @param body within the bounds of the listener; empty where none was sent
   */
  void arrived(byte[] body);
}
