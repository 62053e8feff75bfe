package dev.verdict.policy.decision;

import java.util.Locale;

/** Why a decision came out as it did. A name is stable; on the wire it is in lower case. */
public enum ReasonCode {
  /** A permit rule matched and no deny rule did. */
  PERMITTED,
  /** A deny rule matched. */
  DENIED_BY_RULE,
  /** No rule matched; what is not permitted is denied. */
  NO_RULE_MATCHED,
  /** A rule that could have changed the decision failed to evaluate. */
  RULE_ERROR,
  /** The decision took more work than it may, and is closed as a whole. */
  BUDGET_EXCEEDED,
  /** Rules matched, but together they leave no property of the resource. */
  NO_FIELDS_LEFT,
  /** The action changes a property that is not granted, or does not state what it changes. */
  FIELDS_NOT_GRANTED,
  /** The subject or the resource of a tenant-isolated type names no tenant. */
  TENANT_MISSING,
  /** Subject and resource belong to different tenants. */
  TENANT_MISMATCH,
  /** The schema does not declare the resource's type. */
  UNKNOWN_RESOURCE_TYPE,
  /** The schema does not declare the subject's type. */
  UNKNOWN_SUBJECT_TYPE,
  /** The schema does not declare the action for the resource's type. */
  UNKNOWN_ACTION,
  /** The request has a property that the schema does not declare, and the repository refuses it. */
  UNKNOWN_PROPERTY,
  /** The request, as one of a batch, could not be understood. */
  INVALID_REQUEST,
  /** The credential of the request, as one of a batch, was missing or not accepted. */
  UNAUTHENTICATED,
  /** The caller lacks a right that the request, as one of a batch, needs. */
  NOT_ENTITLED;

  /** The word for programs: {@code no_rule_matched}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
