package dev.verdict.client;

/**
 * A rule and where it stands.
 *
 * @param policy the policy's name
 * @param rule the rule's id
 * @param file the path in the policy repository
 * @param line counted from 1
 */
public record RuleReference(String policy, String rule, String file, int line) {}
