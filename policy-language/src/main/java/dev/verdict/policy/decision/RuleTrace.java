package dev.verdict.policy.decision;

/**
 * How one candidate rule fared.
 *
 * @param rule which
 * @param effect what it would have done
 * @param match whether it matched
 * @param detail which part said no, or what went wrong; empty where it matched
 * @param file where that part stands
 * @param line counted from 1
 */
public record RuleTrace(
    RuleReference rule, Effect effect, Match match, String detail, String file, int line) {}
