package dev.verdict.policy.request;

/**
 * Says which attributes of one request could be known and are not yet, such as those that a store
 * would have to be asked for. An attribute that came with the request is known, and nobody asks for
 * it here; one that is neither in the request nor unknown is known to be absent, or is found in the
 * data of the policy repository.
 */
public interface Knowledge {

  /** Everything is known. */
  Knowledge COMPLETE = attribute -> false;

  /** The same answer each time, while one decision is made. */
  boolean isUnknown(RequestAttribute attribute);
}
