package dev.verdict.policy.schema;

/**
 * Says of which entities it is stored what they lie in. What the caller of a request says of these
 * does not count, unless it may replace what is stored.
 */
public interface StoredAncestry {

  /** Nothing is stored: all that is said counts. */
  StoredAncestry NONE = entity -> false;

  boolean knows(EntityReference entity);
}
