package dev.verdict.server.command;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command as a page of the documentation shows it, and what it prints.
 *
 * @param arguments what stands behind {@code ./verdict}
 */
record ShownCommand(String arguments, String output) {

  private static final Pattern PROMPT = Pattern.compile("^\\$ ", Pattern.MULTILINE);
  private static final String PROGRAM = "./verdict ";

  /** The commands of a block, each behind a {@code $}. */
  static List<ShownCommand> of(String block) {
    return PROMPT
        .splitAsStream(block)
        .filter(command -> !command.isEmpty())
        .map(ShownCommand::shown)
        .toList();
  }

  private static ShownCommand shown(String text) {
    String joined = text.replaceAll("\\\\\\n *", "");
    int end = joined.indexOf('\n');
    if (!joined.startsWith(PROGRAM)) {
      throw new AssertionError("not a command of Verdict: " + text);
    }
    return new ShownCommand(joined.substring(PROGRAM.length(), end), joined.substring(end + 1));
  }

  /** Matches what a page shows; the three dots stand for anything. */
  static Pattern pattern(String output) {
    return Pattern.compile(
        Arrays.stream(output.split("…", -1)).map(Pattern::quote).collect(joining(".*")),
        Pattern.DOTALL);
  }

  @Override
  public String toString() {
    return arguments;
  }
}
