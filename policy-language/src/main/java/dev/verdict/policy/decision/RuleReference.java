package dev.verdict.policy.decision;

/**
 * A rule and where it stands.
 *
 * @param policy the policy's name; an overlay may have one of the same name as the base, so the
 *     file belongs to what identifies a rule
 * @param rule the rule's id
 * @param file the path in the policy repository
 * @param line counted from 1
 */
public record RuleReference(String policy, String rule, String file, int line) {

  /** {@code `x` (file:line)}, for sentences. */
  public String place() {
    return "`" + rule + "` (" + file + ":" + line + ")";
  }

  /** The same, and that it is a rule. */
  @Override
  public String toString() {
    return "rule " + place();
  }
}
