package dev.verdict.server.refusal;

/** Hears of every call that a door turns away without a decision. Never blocks. */
public interface RefusalListener {

  /** A whole call was refused. */
  void refused(RefusalKind kind);
}
