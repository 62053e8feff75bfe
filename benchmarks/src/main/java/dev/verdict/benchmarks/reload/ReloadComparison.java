package dev.verdict.benchmarks.reload;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Reloads again and again, and shows what the first decisions of each snapshot took. */
public final class ReloadComparison {

  /** Nanoseconds that no decision is wanted to take. */
  private static final int SLOW = 2_000;

  private final ReloadOptions options;
  private final PrintStream out;

  /** Prints to the given stream. */
  public ReloadComparison(ReloadOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() {
    out.printf(
        "%n%-8s %12s %12s %14s %12s %12s%n",
        "rules", "first ns", "median ns", "slowest ns", "which", "over 2 us");
    for (int rules : options.rules()) {
      var decisions = new FirstDecisions(rules);
      decisions.reload(options.reloads());
      decisions.forget();
      decisions.reload(options.reloads());
      print(rules, decisions);
    }
    out.printf(
        "the first %d decisions after a reload, each the median of %d reloads%n",
        FirstDecisions.DECISIONS, options.reloads());
  }

  private void print(int rules, FirstDecisions decisions) {
    double[] each = decisions.medians();
    int slowest = 0;
    for (int i = 1; i < each.length; i++) {
      slowest = each[i] > each[slowest] ? i : slowest;
    }
    out.printf(
        Locale.ROOT,
        "%-8d %12.0f %12.0f %14.0f %12d %12d%n",
        rules,
        each[0],
        Samples.median(each),
        each[slowest],
        slowest + 1,
        Arrays.stream(each).filter(nanoseconds -> nanoseconds > SLOW).count());
  }
}
