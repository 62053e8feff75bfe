package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.RuleReference;

/**
 * Rules on one action that have to be tried one after the other, since no attribute tells them
 * apart.
 *
 * @param rules how many
 * @param first of them
 */
public record LongScan(String resourceType, String action, int rules, RuleReference first) {}
