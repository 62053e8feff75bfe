package dev.verdict.server.transport;

import java.util.Set;

/** What stands behind one path. */
public interface Endpoint {

  /** The methods that it answers to. */
  Set<String> methods();

  /**
   * Answers the head of a call, or asks for its body and answers then; at once or later. Never
   * blocks; what it throws is a fault of the server.
   */
  void answer(Call call, Responder responder);
}
