package dev.verdict.benchmarks.soak;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.soak.hostile.Attack;
import dev.verdict.benchmarks.soak.server.ServerOptions;
import dev.verdict.benchmarks.soak.server.ServerProcess;
import dev.verdict.benchmarks.soak.traffic.OpenLoop;
import dev.verdict.benchmarks.soak.traffic.TrafficResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One server, honest callers and attackers, from beginning to end. */
final class SoakRun {

  private static final int CALLS_PER_SECOND = 200;
  private static final Duration MAX_RECOVERY = Duration.ofSeconds(45);
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(5);
  private static final double WARM_PART = 0.99;
  private static final double WARM_MILLISECONDS = 25;
  private static final Duration POLL = Duration.ofMillis(200);

  /** What idle callers of our own may have open more or less than at the beginning. */
  private static final int DESCRIPTORS_OF_CALLERS = 20;

  private final ServerOptions options;
  private final Credentials credentials = Credentials.generate();

  SoakRun(ServerOptions options) {
    this.options = options;
  }

  /**
   * Runs.
   *
   * @param shapes that attack, by name
   */
  SoakResult run(SoakPlan plan, Predicate<String> shapes) throws IOException, InterruptedException {
    try (var server = ServerProcess.start(options, credentials);
        var callers = OpenLoop.start(server.addresses(), credentials, CALLS_PER_SECOND)) {
      warmUp(callers, plan.maxWarmUp());
      int descriptors = server.figures().descriptors();
      long temporary = server.temporaryBytes();
      long log = server.logBytes();
      var watch = new Watch(server, plan.heapInterval(), plan.settling());
      long processor = server.figures().processorTime().toMillis();
      Map<String, String> told;
      TrafficResult traffic;
      long processorAfterwards;
      try (var attack = Attack.start(server.addresses(), credentials, shapes)) {
        callers.beginToCount(plan.settling());
        watch.look(plan.time());
        processorAfterwards = server.figures().processorTime().toMillis();
        traffic = callers.result();
        callers.beginToCount(Duration.ZERO);
        told = attack.stop();
      }
      return new SoakResult(
          plan,
          server.isAlive(),
          traffic,
          watch,
          new SoakResult.Change(processor, processorAfterwards),
          new SoakResult.Change(descriptors, descriptorsAfterwards(server, descriptors)),
          new SoakResult.Change(temporary, server.temporaryBytes()),
          new SoakResult.Change(log, server.logBytes()),
          told,
          server.isAlive() ? "" : server.endOfLog());
    }
  }

  /** Ends early once a server is as quick as it will be. */
  private static void warmUp(OpenLoop callers, Duration max) throws InterruptedException {
    long end = System.nanoTime() + max.toNanos();
    boolean warm = false;
    while (!warm && System.nanoTime() < end) {
      callers.beginToCount(Duration.ZERO);
      TimeUnit.NANOSECONDS.sleep(WARM_UP_STEP.toNanos());
      warm = callers.result().percentile(WARM_PART) < WARM_MILLISECONDS;
    }
  }

  /** Gives the server a while to close what the attackers have let go of. */
  private static long descriptorsAfterwards(ServerProcess server, int before)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + MAX_RECOVERY.toNanos();
    long now = 0;
    while (server.isAlive()) {
      now = server.figures().descriptors();
      if (now <= before + DESCRIPTORS_OF_CALLERS || System.nanoTime() > end) {
        break;
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
    return now;
  }
}
