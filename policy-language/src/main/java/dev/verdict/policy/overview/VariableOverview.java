package dev.verdict.policy.overview;

/**
 * A variable that a condition uses.
 *
 * @param definition in the author's words
 */
public record VariableOverview(String name, String definition) {}
