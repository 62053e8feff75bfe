package dev.verdict.client;

/** Does what an obligation asks for, before the client gives its answer. */
@FunctionalInterface
public interface ObligationHandler {

  /**
   * Does it. Whatever it throws means that it is not done, and then there is no permit. May block;
   * that time is not within the client's deadline.
   *
   * @param decision as the PDP gave it: a permit, or a deny that carries the obligation
   */
  void fulfil(Obligation obligation, AccessRequest request, Decision decision);
}
