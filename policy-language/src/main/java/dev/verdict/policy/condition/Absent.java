package dev.verdict.policy.condition;

/** What a slot holds where the request and the stored data have no such attribute. */
public enum Absent {
  ABSENT
}
