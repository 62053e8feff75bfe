package dev.verdict.policy.check;

import dev.verdict.policy.source.Located;

/** A file of variables that one policy imports, and whether the policy uses any of it. */
final class Import {

  private final Located<String> written;
  private final PolicyVariables variables;
  private boolean used;

  Import(Located<String> written, PolicyVariables variables) {
    this.written = written;
    this.variables = variables;
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
}
