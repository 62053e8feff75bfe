package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.process.Cores;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run was made on, by what, and when. */
final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";
  private static final String UNKNOWN = "unknown";

  private Machine() {}

  /**
   * Names and what they are here.
   *
   * @param command that made the run
   */
  static Map<String, String> describe(String command, Clock clock)
      throws IOException, InterruptedException {
    var facts = new LinkedHashMap<String, String>();
    facts.put("date", LocalDate.now(clock).toString());
    facts.put("command", command);
    facts.put("commit", git(List.of("describe", "--always", "--dirty", "--exclude=*")));
    facts.put("processor", processor());
    facts.put(
        "cores",
        Cores.areSeparate()
            ? "one for the server, one for the connections"
            : "shared by server and connections");
    facts.put("processes that ran before", runnable());
    facts.put("system", property("os.name") + " " + property("os.version"));
    facts.put("JDK", property("java.vm.name") + " " + property("java.runtime.version"));
    return facts;
  }

  private static String processor() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return UNKNOWN;
    }
    List<String> lines = Files.readAllLines(PROCESSORS);
    long count = lines.stream().filter(line -> line.startsWith("processor")).count();
    String model =
        lines.stream()
            .filter(line -> line.startsWith(MODEL))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(UNKNOWN);
    return count + " x " + model;
  }

  /** The mean number of the last minute: about zero where the machine did nothing else. */
  private static String runnable() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? UNKNOWN : String.format(Locale.ROOT, "%.1f on average over a minute", load);
  }

  private static String git(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/usr/bin/env", "git"));
    command.addAll(arguments);
    Process git =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? printed.strip() : UNKNOWN;
  }

  private static String property(String name) {
    return System.getProperty(name, UNKNOWN);
  }
}
