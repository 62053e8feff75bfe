package dev.verdict.policy.source;

/** The bounds of a policy repository. What is larger is refused before it costs anything. */
public final class RepositoryLimits {

  /** Most files in a repository. */
  public static final int MAX_FILES = 10_000;

  /** Longest file, in UTF-16 units. */
  public static final int MAX_FILE_LENGTH = 1_000_000;

  /** All files together, in UTF-16 units. */
  public static final long MAX_TOTAL_LENGTH = 64_000_000;

  /** Deepest nesting of lists and mappings in a file. */
  public static final int MAX_DEPTH = 20;

  /** Most values, lists and mappings in a file. */
  public static final int MAX_NODES = 100_000;

  /** Most variables of a policy: they may build on each other, so this bounds how deep. */
  public static final int MAX_VARIABLES = 200;

  /** How deep records may hold records. */
  public static final int MAX_RECORD_DEPTH = 8;

  /** Most members of a record type. */
  public static final int MAX_RECORD_MEMBERS = 100;

  /** Most cross-tenant grants: each is an exception that somebody has to keep in mind. */
  public static final int MAX_GRANTS = 1_000;

  /** Longest name of anything that an author declares, in UTF-16 units. */
  public static final int MAX_NAME = 128;

  /** Longest sentence of an author, such as a reason, in UTF-16 units. */
  public static final int MAX_SENTENCE = 1_000;

  private RepositoryLimits() {}
}
