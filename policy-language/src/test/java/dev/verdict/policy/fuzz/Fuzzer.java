package dev.verdict.policy.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Feeds a target with mutations of its corpus, and keeps those that were taken in a new way to
 * mutate them further. The same seed makes the same inputs.
 *
 * <p>A watchdog looks at what is under way: an input that takes longer than anything should is a
 * fault as well.
 */
final class Fuzzer {

  private static final Duration HANG = Duration.ofSeconds(30);
  private static final int MOST_KEPT = 5_000;
  private static final int LONGEST = 60_000;

  private final FuzzTarget target;
  private final BooleanSupplier goesOn;
  private final Random random;
  private final List<String> corpus;
  private final Mutator mutator;
  private final Set<String> ways = new HashSet<>();
  private volatile String input = "";
  private volatile long since = System.nanoTime();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile Throwable fault;

  Fuzzer(FuzzTarget target, long seed, BooleanSupplier goesOn) {
    this.target = target;
    this.goesOn = goesOn;
    this.random = new Random(seed);
    this.corpus = new ArrayList<>(target.corpus());
    this.mutator = new Mutator(random, Corpus.words(List.of(Corpus.joined(Corpus.reference()))));
  }

  /**
   * Fuzzes while it may.
   *
   * @return how many inputs were taken
   * @throws AssertionError naming a file that holds the input, where one was taken amiss
   */
  int run() throws InterruptedException {
    var worker = new Thread(this::work, "fuzz-" + target.folder());
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(200);
      if (worker.isAlive() && System.nanoTime() - since > HANG.toNanos()) {
        var stuck = new IllegalStateException("no answer for " + HANG.toSeconds() + " s");
        stuck.setStackTrace(worker.getStackTrace());
        throw failure(stuck);
      }
    }
    if (fault != null) {
      throw failure(fault);
    }
    return taken.get();
  }

  /** How many ways the inputs were taken in. */
  int ways() {
    return ways.size();
  }

  private void work() {
    try {
      for (String start : List.copyOf(corpus)) {
        take(start);
      }
      while (goesOn.getAsBoolean()) {
        String changed = mutator.mutate(pick(), pick());
        take(changed.length() > LONGEST ? changed.substring(0, LONGEST) : changed);
      }
    } catch (RuntimeException | Error thrown) {
      fault = thrown;
    }
  }

  private void take(String text) {
    input = text;
    since = System.nanoTime();
    if (ways.add(target.take(text)) && corpus.size() < MOST_KEPT) {
      corpus.add(text);
    }
    taken.incrementAndGet();
  }

  private String pick() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private AssertionError failure(Throwable cause) {
    Path file = Path.of("target", "fuzz", target.folder(), Integer.toHexString(input.hashCode()));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return new AssertionError(
        target
            + " takes an input amiss; mend it and keep "
            + file
            + " in src/test/resources/fuzz/"
            + target.folder()
            + ": "
            + cause
            + " "
            + Arrays.toString(Arrays.copyOf(trace, Math.min(12, trace.length))),
        cause);
  }
}
