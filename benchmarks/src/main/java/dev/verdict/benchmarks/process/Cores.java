package dev.verdict.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One processor core for the server and another for those who ask it, where the system can. */
public final class Cores {

  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final Path SELF = Path.of("/proc/self/status");
  private static final Pattern ALLOWED =
      Pattern.compile("^Cpus_allowed_list:\\s+(\\S+)$", Pattern.MULTILINE);

  /** Looked at once: a process that has moved to one core is allowed no other any more. */
  private static final List<Integer> ALLOWED_AT_START = allowed();

  private Cores() {}

  /** Whether there are two cores, and {@code taskset} to choose between them. */
  public static boolean areSeparate() {
    return ALLOWED_AT_START.size() > 1 && Files.isExecutable(TASKSET);
  }

  /** What to put before a command so that it runs on the server's core. */
  public static List<String> ofServer() {
    return areSeparate() ? only(ALLOWED_AT_START.subList(0, 1)) : List.of();
  }

  /** What to put before a command so that it runs on both cores, also after this has moved. */
  public static List<String> ofBoth() {
    return areSeparate() ? only(ALLOWED_AT_START.subList(0, 2)) : List.of();
  }

  private static List<String> only(List<Integer> cores) {
    return List.of(
        TASKSET.toString(),
        "-c",
        cores.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /**
   * Moves this process, with the threads that it has and will have, to the other core; where there
   * is none, says so on stderr.
   *
   * @param command that says it
   */
  public static void takeThatOfAskers(String command) throws IOException, InterruptedException {
    if (!areSeparate()) {
      System.err.println(
          command
              + ": server and those who ask it share their cores: no second one, or no taskset");
      return;
    }
    String core = ALLOWED_AT_START.get(1).toString();
    String self = Long.toString(ProcessHandle.current().pid());
    Process moved =
        new ProcessBuilder(TASKSET.toString(), "-acp", core, self)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (moved.waitFor() != 0) {
      throw new IOException("taskset cannot move this process to core " + core);
    }
  }

  private static List<Integer> allowed() {
    if (!Files.exists(SELF)) {
      return List.of();
    }
    try {
      Matcher line = ALLOWED.matcher(Files.readString(SELF));
      return line.find() ? numbers(line.group(1)) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The numbers of a list such as {@code 0-3,8}. */
  static List<Integer> numbers(String list) {
    var numbers = new ArrayList<Integer>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
        numbers.add(core);
      }
    }
    return numbers;
  }
}
