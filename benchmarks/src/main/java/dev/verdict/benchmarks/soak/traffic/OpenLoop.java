package dev.verdict.benchmarks.soak.traffic;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.load.traffic.Schedule;
import dev.verdict.benchmarks.process.Addresses;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks by a schedule that does not wait for answers, in turns over gRPC and HTTP. A call counts
 * from the moment that the {@link Schedule} has for it.
 */
public final class OpenLoop implements AutoCloseable {

  /** Questions come again, most of them once their decision is no longer remembered. */
  private static final int INVOICES = 5_000;

  private final ExecutorService executor;
  private final List<Asker> askers;
  private final int callsPerSecond;
  private final Thread thread = new Thread(this::ask, "open-loop");
  private final Phaser underWay = new Phaser(1);
  private volatile TrafficResult result = new TrafficResult(Duration.ZERO);
  private volatile boolean stopped;

  private OpenLoop(ExecutorService executor, List<Asker> askers, int callsPerSecond) {
    this.executor = executor;
    this.askers = askers;
    this.callsPerSecond = callsPerSecond;
  }

  /** Begins to ask. */
  public static OpenLoop start(Addresses server, Credentials credentials, int callsPerSecond) {
    var tokens = new Tokens(credentials);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    List<Asker> askers =
        List.of(
            new GrpcAsker(server.grpc(), tokens, executor),
            new HttpAsker(server.http(), tokens, executor));
    var loop = new OpenLoop(executor, askers, callsPerSecond);
    loop.thread.start();
    return loop;
  }

  /**
   * Forgets what was so far.
   *
   * @param settling how long latencies are also kept apart from the later ones
   */
  public void beginToCount(Duration settling) {
    result = new TrafficResult(settling);
  }

  /** What became of the calls that ended so far. */
  public TrafficResult result() {
    return result;
  }

  private void ask() {
    var schedule = new Schedule(System.nanoTime(), callsPerSecond);
    for (int number = 0; !stopped; number++) {
      long due = schedule.due(number);
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      // each door has all questions in turn
      KnownQuestion question =
          KnownQuestion.ALL.get(number / askers.size() % KnownQuestion.ALL.size());
      put(askers.get(number % askers.size()), question, "invoice-" + number % INVOICES, due);
    }
  }

  private void put(Asker asker, KnownQuestion question, String invoice, long due) {
    TrafficResult counted = result;
    underWay.register();
    var unused =
        asker
            .ask(question, invoice)
            .whenComplete(
                (answer, failure) -> {
                  count(counted, question, answer, failure, System.nanoTime() - due);
                  underWay.arriveAndDeregister();
                });
  }

  private static void count(
      TrafficResult result,
      KnownQuestion question,
      @Nullable Answer answer,
      @Nullable Throwable failure,
      long took) {
    if (answer == null) {
      result.failed(took, complaint(failure));
    } else if (answer.isRightFor(question)) {
      result.right(took);
    } else {
      result.wrong(took, answer + " and not " + question);
    }
  }

  /** Without what differs from call to call. */
  private static String complaint(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof StatusRuntimeException ended
        ? "gRPC " + ended.getStatus().getCode()
        : String.valueOf(cause);
  }

  /** Asks no more, and waits for the answers that are still to come. */
  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.join();
    underWay.awaitAdvance(underWay.arriveAndDeregister());
    askers.forEach(Asker::close);
    executor.shutdown();
  }
}
