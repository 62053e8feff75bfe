package dev.verdict.policy.check.variable;

import dev.verdict.policy.source.Located;

/** A file of variables that one policy imports, and whether the policy uses any of it. */
public final class Import {

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

  public Located<String> written() {
    return written;
  }

  PolicyVariables variables() {
    return variables;
  }

  public boolean isUsed() {
    return used;
  }

  void use() {
    used = true;
  }

  /** Notes that nobody knows which of them the policy uses. */
  public void useAll() {
    use();
    variables.useAll();
  }
}
