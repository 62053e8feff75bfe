package dev.verdict.benchmarks.load.wire;

import java.util.Optional;

/** A request, ready to be sent. */
public final class Message {

  private final byte[] body;
  private final Optional<String> token;

  /**
   * A request; the array is taken as it is.
   *
   * @param body a Protocol Buffers message or a JSON document
   * @param token of the caller; absent: the caller says nothing of itself
   */
  public Message(byte[] body, Optional<String> token) {
    this.body = body;
    this.token = token;
  }

  byte[] body() {
    return body;
  }

  Optional<String> token() {
    return token;
  }
}
