package dev.verdict.policy.overview;

import dev.verdict.policy.decision.Validity;

/**
 * A way past the tenant guard.
 *
 * @param id names it in decisions
 * @param subjectType whom it is for
 * @param subjectTenant the tenant that they belong to
 * @param tenant whose resources they reach
 */
public record GrantOverview(
    String id, String subjectType, String subjectTenant, String tenant, Validity validity) {}
