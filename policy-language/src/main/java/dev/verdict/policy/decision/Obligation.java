package dev.verdict.policy.decision;

import dev.verdict.policy.request.Attributes;

/**
 * Something that goes with a decision: as an obligation the caller must do it or refuse, as advice
 * it may.
 *
 * @param id what to do
 * @param properties how
 */
public record Obligation(String id, Attributes properties) {}
