package dev.verdict.server.command.check;

import dev.verdict.policy.snapshot.LoadOptions;
import picocli.CommandLine.Option;

/** {@code --strict}, for the commands that a build runs. */
final class StrictOption {

  @Option(names = "--strict", description = "Takes every warning for an error.")
  private boolean strict;

  LoadOptions apply(LoadOptions options) {
    return strict ? options.strict() : options;
  }
}
