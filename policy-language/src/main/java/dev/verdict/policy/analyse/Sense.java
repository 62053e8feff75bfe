package dev.verdict.policy.analyse;

/** What it does for a condition that a part of it is true. */
enum Sense {
  /** It helps the condition to be true. */
  HELPS,
  /** It keeps the condition from being true. */
  HINDERS,
  /** The one or the other. */
  EITHER;

  Sense opposite() {
    return switch (this) {
      case HELPS -> HINDERS;
      case HINDERS -> HELPS;
      case EITHER -> EITHER;
    };
  }
}
