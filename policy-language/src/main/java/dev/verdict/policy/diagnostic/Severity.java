package dev.verdict.policy.diagnostic;

/** How much a diagnostic weighs: an error keeps the repository from being activated. */
public enum Severity {
  ERROR,
  WARNING;

  /** The word for people and for programs: {@code error} or {@code warning}. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
