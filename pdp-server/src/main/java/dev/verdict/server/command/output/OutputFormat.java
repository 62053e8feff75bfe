package dev.verdict.server.command.output;

import java.util.Locale;

/** Who reads the output: a person or a program. */
enum OutputFormat {
  TEXT,
  JSON;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
