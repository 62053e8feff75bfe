package dev.verdict.benchmarks.reload;

import dev.verdict.benchmarks.evaluator.Spread;
import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Loads a repository over and over, as a server does that follows it, and times the first decisions
 * of each snapshot one by one. Up to the moment in which a snapshot takes the place of the one
 * before, it decides by that one, as a busy server does.
 *
 * <p>A single decision is shorter than a thread's CPU time can be told, so each has the wall clock,
 * and its median over many reloads is free of what neighbours did. Nothing calls the operating
 * system in between, which would empty caches and be counted.
 */
final class FirstDecisions {

  /** How many decisions are timed after each reload. */
  static final int DECISIONS = 100;

  private static final int BEFORE = 20_000;

  private final Workload workload;
  private final List<AccessRequest> questions;
  private final List<Samples> each =
      IntStream.range(0, DECISIONS).mapToObj(i -> new Samples()).toList();
  private Snapshot current;
  private int permitted;

  FirstDecisions(int rules) {
    workload = new Workload(rules, Spread.TYPES);
    questions = workload.questions();
    current = workload.load();
  }

  /** Loads that often, and times the first decisions each time. */
  void reload(int times) {
    for (int i = 0; i < times; i++) {
      Snapshot next = workload.load();
      long[] taken = decide(next);
      for (int decision = 0; decision < DECISIONS; decision++) {
        each.get(decision).add((double) taken[decision]);
      }
      current = next;
    }
  }

  /** Forgets the times so far: the process was not warm. */
  void forget() {
    each.forEach(Samples::clear);
  }

  /** Nanoseconds of the first decision after a reload, of the second, and so on. */
  double[] medians() {
    return each.stream().mapToDouble(Samples::median).toArray();
  }

  /** The times of the first decisions of the next snapshot, in the midst of those of others. */
  private long[] decide(Snapshot next) {
    var taken = new long[BEFORE + DECISIONS];
    for (int i = 0; i < taken.length; i++) {
      Snapshot snapshot = i < BEFORE ? current : next;
      AccessRequest question = questions.get(i % questions.size());
      long start = System.nanoTime();
      boolean permit = snapshot.decide(question).permitted();
      taken[i] = System.nanoTime() - start;
      permitted += permit ? 1 : 0;
    }
    return Arrays.copyOfRange(taken, BEFORE, taken.length);
  }

  /** How many decisions were permits; keeps them from being optimised away. */
  int permitted() {
    return permitted;
  }
}
