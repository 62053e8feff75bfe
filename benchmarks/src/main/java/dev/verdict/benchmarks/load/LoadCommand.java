package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.process.Cores;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code load}: the table that sets the server beside an echo and an empty handler. */
@Command(
    name = "load",
    description =
        "Sets the server beside an empty gRPC echo and an empty Vert.x handler, in turns, and prints"
            + " a table.")
public final class LoadCommand implements Callable<Integer> {

  private static final Duration TURN = Duration.ofSeconds(3);
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final int ROUNDS = 5;
  private static final int QUICK = 2;

  /** Who reads what is printed. */
  private enum Output {
    TEXT,
    JSON
  }

  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "Fewer rows and rounds, for a first look.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description = "Only rows whose name has a match of this regular expression, see --list.")
  private Pattern only = Pattern.compile("");

  @Option(names = "--list", description = "Prints the names of the rows, and does nothing else.")
  private boolean list;

  @Option(names = "--rounds", paramLabel = "N", description = "Turns of each server in a row.")
  private @Nullable Integer rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long a turn takes, once under full load and once at half of it.")
  private @Nullable Double seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Seconds for which each server is asked before it counts.")
  private @Nullable Double warmUp;

  @Option(
      names = "--server",
      paramLabel = "CLASSPATH",
      description = "Another server than the one that this was built with, such as its jar.")
  private String server = System.getProperty("java.class.path");

  @Option(
      names = "--java",
      paramLabel = "FLAG",
      description = "A flag for the JVMs of both servers; may stand several times.")
  private List<String> flags = new ArrayList<>();

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "The example `invoicing`, for the row `start`. Default: ${DEFAULT-VALUE}.",
      defaultValue = "policies-examples/invoicing")
  private Path policies = Path.of("policies-examples/invoicing");

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "TEXT",
      description = "For people, or one JSON object on each line.")
  private Output output = Output.TEXT;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Also writes a page with the machine, the command and the table.")
  private @Nullable Path page;

  @Option(
      names = "--command",
      paramLabel = "TEXT",
      defaultValue = "java -jar benchmarks/target/benchmarks.jar load",
      description = "What --results says of how the run was made.")
  private String command = "";

  /** Prints to the given stream. */
  public LoadCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plan plan = plan();
    List<Entry> entries = entries(Entries.all(plan, new Servers(server, flags), policies));
    if (list) {
      entries.forEach(entry -> out.println(entry.name()));
      return 0;
    }
    Cores.takeThatOfAskers("load");
    Map<String, String> machine = Machine.describe(command, Clock.systemUTC());
    List<Result> results =
        switch (output) {
          case TEXT -> {
            var table = new LoadTable(out);
            table.header();
            List<Result> measured = measure(entries, table);
            table.footer(plan);
            yield measured;
          }
          case JSON -> {
            var json = new LoadJson(out);
            json.machine(machine);
            yield measure(entries, json);
          }
        };
    if (page != null) {
      ResultsPage.write(page, machine, plan, results);
    }
    return 0;
  }

  private static List<Result> measure(List<Entry> entries, Report report)
      throws IOException, InterruptedException {
    var results = new ArrayList<Result>();
    for (Entry entry : entries) {
      System.err.printf("load: %d of %d, %s%n", results.size() + 1, entries.size(), entry.name());
      Result result = entry.measurement().run();
      result.tell(report);
      results.add(result);
    }
    return results;
  }

  private List<Entry> entries(List<Entry> all) {
    List<Entry> chosen =
        all.stream()
            .filter(entry -> !quick || entry.quick())
            .filter(entry -> only.matcher(entry.name()).find())
            .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no row matches `" + only + "`; see --list");
    }
    return chosen;
  }

  private Plan plan() {
    int divisor = quick ? QUICK : 1;
    return new Plan(
        rounds != null ? rounds : (ROUNDS + 1) / divisor,
        seconds != null ? duration(seconds) : TURN.dividedBy(divisor),
        warmUp != null ? duration(warmUp) : WARM_UP.dividedBy(divisor));
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
