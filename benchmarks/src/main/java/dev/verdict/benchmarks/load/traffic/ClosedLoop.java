package dev.verdict.benchmarks.load.traffic;

import dev.verdict.benchmarks.load.wire.Caller;
import dev.verdict.benchmarks.load.wire.Lines;
import java.time.Duration;

/**
 * A number of callers, each of which asks, waits for the answer and asks again: as many calls are
 * under way all the time, and the server is never without work.
 */
public final class ClosedLoop {

  /** Calls that were answered, and the time that it took. */
  public record Result(long calls, double seconds) {

    /** Calls in a second. */
    public double throughput() {
      return calls / seconds;
    }
  }

  private final Lines lines;
  private final Expected expected;
  private final Answers answers;
  private final long start = System.nanoTime();
  private final long end;
  private int asking;
  private int next;

  private ClosedLoop(Lines lines, Expected expected, Duration duration) {
    this.lines = lines;
    this.expected = expected;
    this.answers = new Answers(expected);
    this.end = start + duration.toNanos();
  }

  /**
   * Asks for a while, each caller at least once.
   *
   * @param callers at the same time
   * @throws WrongAnswerException where an answer is not the right one
   */
  public static Result run(Lines lines, Expected expected, int callers, Duration duration)
      throws InterruptedException {
    var loop = new ClosedLoop(lines, expected, duration);
    lines.execute(() -> loop.begin(callers));
    long calls = loop.answers.await(duration.toNanos());
    return new Result(calls, (System.nanoTime() - loop.start) / 1e9);
  }

  private void begin(int callers) {
    asking = callers;
    for (int i = 0; i < callers; i++) {
      ask(new Asking());
    }
  }

  private void ask(Caller caller) {
    lines.ask(next, caller);
    next = next + 1 == expected.messages() ? 0 : next + 1;
  }

  private final class Asking implements Caller {

    @Override
    public void answered(int message, byte[] body) {
      if (!answers.right(message, body)) {
        return;
      }
      if (System.nanoTime() < end) {
        ask(this);
      } else if (--asking == 0) {
        answers.end();
      }
    }

    @Override
    public void failed(int message, String why) {
      answers.failed(message, why);
    }
  }
}
