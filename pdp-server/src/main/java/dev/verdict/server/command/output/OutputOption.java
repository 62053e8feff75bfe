package dev.verdict.server.command.output;

import picocli.CommandLine.Option;

/** {@code --output}, for every command that has something to tell. */
public final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print the result: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  public boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
