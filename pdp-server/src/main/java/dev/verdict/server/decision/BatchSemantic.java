package dev.verdict.server.decision;

/** How far a batch goes (AuthZEN 1.0 §7.1.2.1). */
public enum BatchSemantic {
  EXECUTE_ALL,
  DENY_ON_FIRST_DENY,
  PERMIT_ON_FIRST_PERMIT;

  /** Whether an item that was or was not permitted is the last one that is answered. */
  public boolean endsWith(boolean permitted) {
    return switch (this) {
      case EXECUTE_ALL -> false;
      case DENY_ON_FIRST_DENY -> !permitted;
      case PERMIT_ON_FIRST_PERMIT -> permitted;
    };
  }
}
