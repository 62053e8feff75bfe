package dev.verdict.policy.check;

import dev.verdict.policy.source.Located;

/** A file of variables that one policy imports, and whether the policy uses any of it. */
final class Import {

  private final String policy;
  private final Located<String> written;
  private final PolicyVariables variables;
  private boolean used;

  /**
   * @param policy the name of the policy
   * @param written where the policy says so
   */
  Import(String policy, Located<String> written, PolicyVariables variables) {
    this.policy = policy;
    this.written = written;
    this.variables = variables;
  }

  String policy() {
    return policy;
  }

  Located<String> written() {
    return written;
  }

  PolicyVariables variables() {
    return variables;
  }

  boolean isUsed() {
    return used;
  }

  void use() {
    used = true;
  }

  /** Notes that nobody knows which of them the policy uses. */
  void useAll() {
    use();
    variables.useAll();
  }
}
