package dev.verdict.benchmarks.memberships;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The size of the repository that {@link MembershipsRun} loads. */
@Command(name = "memberships")
public final class MembershipsOptions {

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many users there are.")
  private int users = 1_000_000;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many groups each lies in directly.")
  private int groups = 10;

  int users() {
    return users;
  }

  int groups() {
    return groups;
  }
}
