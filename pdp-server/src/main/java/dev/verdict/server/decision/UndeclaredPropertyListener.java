package dev.verdict.server.decision;

import dev.verdict.policy.request.RequestAttribute.Part;

/** Is told of requests that say what the schema does not know. */
@FunctionalInterface
public interface UndeclaredPropertyListener {

  /**
   * A request has properties that no rule reads.
   *
   * @param part of the request that has them
   * @param resourceType that the request is about, one that the schema declares
   */
  void undeclared(Part part, String resourceType);
}
