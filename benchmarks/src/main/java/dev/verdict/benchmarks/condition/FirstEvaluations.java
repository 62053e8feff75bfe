package dev.verdict.benchmarks.condition;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a reload costs: a process that has evaluated long enough to be warm gets conditions that it
 * has not seen, and evaluates each of them over and over. Nodes find code that is compiled already,
 * classes begin in the interpreter.
 */
final class FirstEvaluations {

  /** How many conditions come with one load. */
  private static final int CONDITIONS = 200;

  /** Of which rounds through all conditions the time is shown. */
  private static final List<Integer> SHOWN = List.of(1, 10, 100, 1_000, 10_000);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final CheckedConditions checked;
  private final int repetitions;
  private final int rounds;
  private int held;

  /**
   * @param repetitions of everything, at least one; the medians of them are shown
   * @param rounds how often each condition is evaluated
   */
  FirstEvaluations(int repetitions, int rounds) {
    this.checked = CheckedConditions.of(CONDITIONS);
    this.repetitions = repetitions;
    this.rounds = rounds;
  }

  /** Measures both, and prints them side by side. */
  void run(PrintStream out) {
    Measured nodes = measure(CompiledConditions::nodes);
    Measured classes = measure(CompiledConditions::hiddenClasses);
    out.printf("%n%-34s %12s %12s %8s%n", "CPU ns for each condition", "nodes", "classes", "ratio");
    print(out, "to load it", nodes.load(), classes.load());
    for (int i = 0; i < nodes.shown().size(); i++) {
      String what = String.format(Locale.ROOT, "evaluation %,d", SHOWN.get(i));
      print(out, what, nodes.shown().get(i), classes.shown().get(i));
    }
    out.println(
        "a warm process loads " + CONDITIONS + " new conditions: medians of " + repetitions);
  }

  private static void print(PrintStream out, String what, double nodes, double classes) {
    out.printf(Locale.ROOT, "%-34s %12.1f %12.1f %8.2f%n", what, nodes, classes, classes / nodes);
  }

  /**
   * One load.
   *
   * @param load to compile each condition
   * @param shown the evaluations in the rounds of that name
   */
  private record Measured(double load, List<Double> shown) {
    Measured {
      shown = List.copyOf(shown);
    }
  }

  private Measured measure(Function<CheckedConditions, CompiledConditions> compile) {
    // warm is a process that has loaded and evaluated before
    once(compile);
    List<Measured> all = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      all.add(once(compile));
    }
    List<Double> shown =
        IntStream.range(0, all.get(0).shown().size())
            .mapToObj(i -> median(all, measured -> measured.shown().get(i)))
            .toList();
    return new Measured(median(all, Measured::load), shown);
  }

  private static double median(List<Measured> all, Function<Measured, Double> which) {
    double[] values = all.stream().mapToDouble(which::apply).sorted().toArray();
    return values[values.length / 2];
  }

  private Measured once(Function<CheckedConditions, CompiledConditions> compile) {
    long start = threads.getCurrentThreadCpuTime();
    CompiledConditions compiled = compile.apply(checked);
    double load = since(start);
    List<Frame> frames = Question.all().stream().map(compiled::frame).toList();
    var shown = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      boolean show = SHOWN.contains(round);
      start = show ? threads.getCurrentThreadCpuTime() : 0;
      evaluate(compiled.nodes(), frames, round);
      if (show) {
        shown.add(since(start));
      }
    }
    return new Measured(load, shown);
  }

  private void evaluate(List<Node> conditions, List<Frame> frames, int round) {
    for (int i = 0; i < conditions.size(); i++) {
      Object value = conditions.get(i).evaluate(frames.get((i + round) % frames.size()));
      held += value == Boolean.TRUE ? 1 : 0;
    }
  }

  private double since(long start) {
    return (double) (threads.getCurrentThreadCpuTime() - start) / CONDITIONS;
  }

  /** How many evaluations were true; keeps them from being optimised away. */
  int held() {
    return held;
  }
}
