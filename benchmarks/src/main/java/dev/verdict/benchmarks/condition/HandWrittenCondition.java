package dev.verdict.benchmarks.condition;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The condition as a Java developer would write it over an array that holds the attributes. */
final class HandWrittenCondition {

  private static final int SUBJECT_ID = 0;
  private static final int SUBJECT_TENANT = 1;
  private static final int SUBJECT_SCOPES = 2;
  private static final int SUBJECT_ROLES = 3;
  private static final int SUBJECT_LEVEL = 4;
  private static final int RESOURCE_TENANT = 5;
  private static final int RESOURCE_OWNER = 6;
  private static final int RESOURCE_STATUS = 7;
  private static final int RESOURCE_LEVEL = 8;

  private HandWrittenCondition() {}

  /** The attributes as conditions of Verdict see them too. */
  static Object[] slots(Question question) {
    var slots = new Object[9];
    slots[SUBJECT_ID] = question.id();
    slots[SUBJECT_TENANT] = question.tenant();
    slots[SUBJECT_SCOPES] = Collections.unmodifiableSet(new HashSet<>(question.scopes()));
    slots[SUBJECT_ROLES] = Collections.unmodifiableSet(new HashSet<>(question.roles()));
    slots[SUBJECT_LEVEL] = question.level();
    slots[RESOURCE_TENANT] = question.resourceTenant();
    slots[RESOURCE_OWNER] = question.owner();
    slots[RESOURCE_STATUS] = question.status();
    slots[RESOURCE_LEVEL] = question.limit();
    return slots;
  }

  static boolean holds(Object[] slots) {
    return slots[SUBJECT_TENANT] instanceof String tenant
        && tenant.equals(slots[RESOURCE_TENANT])
        && slots[SUBJECT_SCOPES] instanceof Set<?> scopes
        && scopes.contains("invoices:read")
        && slots[RESOURCE_OWNER] instanceof String owner
        && slots[SUBJECT_ROLES] instanceof Set<?> roles
        && (owner.equals(slots[SUBJECT_ID]) || roles.contains("accountant"))
        && slots[RESOURCE_STATUS] instanceof String status
        && !status.equals(CheckedConditions.STATUS)
        && slots[SUBJECT_LEVEL] instanceof Long level
        && slots[RESOURCE_LEVEL] instanceof Long limit
        && level >= limit;
  }
}
