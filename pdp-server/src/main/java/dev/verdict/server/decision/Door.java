package dev.verdict.server.decision;

import java.util.Locale;

/** The ways into the server that ask for decisions. */
public enum Door {
  GRPC,
  HTTP;

  /** The word for metrics and logs: {@code grpc}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
