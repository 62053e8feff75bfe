package dev.verdict.benchmarks.soak;

import dev.verdict.benchmarks.process.Cores;
import dev.verdict.benchmarks.soak.hostile.HostileShapes;
import dev.verdict.benchmarks.soak.server.ServerOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Attacks a server in all ways at once, or in each way alone, beside honest callers. */
@Command(
    name = "soak",
    sortOptions = false,
    description = {
      "Starts a server with a small heap on one core and attacks it, while 200 honest calls a second",
      "of known answers go on. Prints what was measured against what is expected. Needs Linux.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:The server withstood.",
      "1:It did not: a check failed.",
      "2:The command line is wrong.",
      "3:The run itself failed."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks/target/benchmarks.jar soak --minutes 20",
      "  java -jar benchmarks/target/benchmarks.jar soak --each --only contains,rapid-reset"
    })
public final class SoakCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final Duration MAX_WARM_UP = Duration.ofSeconds(60);
  private static final int HEAP_LOOKS = 20;
  private static final double MIN_SECONDS_BETWEEN_HEAP_LOOKS = 15;

  /** How a result is printed. */
  enum Output {
    TEXT,
    JSON
  }

  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // the command line looks at the option itself
  private boolean help;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long the attack lasts. Default: ${DEFAULT-VALUE}.")
  private double minutes = 20;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = {
        "After how much of the attack latencies and missing answers count: until then the JVM compiles",
        "what no honest call needs. A wrong answer counts from the beginning. Not with --each.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int settle = 30;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "256",
      description = "The heap of the server. Default: ${DEFAULT-VALUE}.")
  private int heap = 256;

  @Option(
      names = "--descriptors",
      paramLabel = "N",
      defaultValue = "4096",
      description = "How many files and connections it may have open. Default: ${DEFAULT-VALUE}.")
  private int descriptors = 4_096;

  @Option(
      names = "--each",
      description = "Each shape alone, against a server of its own; a table of what came of it.")
  private boolean each;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "With --each: how long each attack lasts. Default: ${DEFAULT-VALUE}.")
  private int seconds = 10;

  @Option(
      names = "--only",
      paramLabel = "SHAPE",
      split = ",",
      description = "Only these shapes. Without it: all, see --list.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--list", description = "Prints the names of the shapes, and does nothing else.")
  private boolean list;

  @Option(
      names = "--server",
      paramLabel = "CLASSPATH",
      description = "Another server than the one that this was built with, such as its jar.")
  private String server = System.getProperty("java.class.path");

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "TEXT",
      description = "For people, or one JSON document (with --each: one on each line).")
  private Output output = Output.TEXT;

  /** Prints to the given stream. */
  public SoakCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Set<String> shapes = shapes();
    if (list) {
      shapes.forEach(out::println);
      return 0;
    }
    Cores.takeThatOfAskers("soak");
    boolean passed = each ? eachAlone(shapes) : allAtOnce(shapes);
    return passed ? 0 : FAILED;
  }

  private Set<String> shapes() {
    List<String> all = HostileShapes.names();
    for (String shape : only) {
      if (!all.contains(shape)) {
        throw new ParameterException(
            spec.commandLine(), "no shape `" + shape + "`; there are " + String.join(", ", all));
      }
    }
    return new LinkedHashSet<>(only.isEmpty() ? all : only);
  }

  private boolean allAtOnce(Set<String> shapes) throws IOException, InterruptedException {
    Duration time = Duration.ofMillis((long) (minutes * Duration.ofMinutes(1).toMillis()));
    double heapInterval =
        Math.max(MIN_SECONDS_BETWEEN_HEAP_LOOKS, (double) time.toSeconds() / HEAP_LOOKS);
    var plan = new SoakPlan(MAX_WARM_UP, time, Duration.ofSeconds(settle), heapInterval);
    SoakResult result = run().run(plan, shapes::contains);
    var report = new SoakReport(out);
    switch (output) {
      case TEXT -> report.text(result);
      case JSON -> report.json(result);
    }
    return result.passed();
  }

  private boolean eachAlone(Set<String> shapes) throws IOException, InterruptedException {
    var table = new AttackTable(out, output == Output.JSON);
    table.header();
    var names = new ArrayList<>(List.of(AttackTable.NOBODY));
    names.addAll(shapes);
    boolean passed = true;
    for (String name : names) {
      // the heap is not looked at: a collection would stand in the latencies
      var plan =
          new SoakPlan(MAX_WARM_UP, Duration.ofSeconds(seconds), Duration.ZERO, Double.MAX_VALUE);
      SoakResult result = run().run(plan, name::equals);
      table.line(name, result);
      passed &= result.withstood();
    }
    return passed;
  }

  private SoakRun run() {
    return new SoakRun(new ServerOptions(server, heap, descriptors));
  }
}
