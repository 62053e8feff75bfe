package dev.verdict.server.transport;

/**
 * Where the answer to one call goes, once: while the endpoint is asked or later, on any thread. The
 * first one counts.
 */
public interface Responder {

  void answer(Answer answer);

  /** There is no answer because of a fault of the server, which is logged: status 500. */
  void failed(Throwable fault);
}
