package dev.verdict.benchmarks.load.traffic;

import dev.verdict.benchmarks.load.wire.Caller;
import dev.verdict.benchmarks.load.wire.Lines;
import dev.verdict.benchmarks.measure.Latencies;
import java.time.Duration;

/**
 * Asks by a {@link Schedule}. The event loop looks at the clock in every turn and never sleeps, as
 * a timer would be late by more than a call takes; it wants a processor core of its own.
 */
public final class OpenLoop {

  /** So many calls under way say that the server does not keep up with the rate. */
  private static final int MAX_UNDER_WAY = 20_000;

  private final Lines lines;
  private final Expected expected;
  private final Answers answers;
  private final Schedule schedule;
  private final long calls;
  private final Latencies latencies = new Latencies();
  private long asked;
  private long answered;
  private boolean failed;

  private OpenLoop(Lines lines, Expected expected, Schedule schedule, long calls) {
    this.lines = lines;
    this.expected = expected;
    this.answers = new Answers(expected);
    this.schedule = schedule;
    this.calls = calls;
  }

  /**
   * Asks for a while, at least once.
   *
   * @param callsPerSecond above 0
   * @return how long calls took, from the moment that each was due
   * @throws WrongAnswerException where an answer is not the right one, or the server does not keep
   *     up
   */
  public static Latencies run(
      Lines lines, Expected expected, double callsPerSecond, Duration duration)
      throws InterruptedException {
    long calls = Math.max(1, Math.round(callsPerSecond * duration.toNanos() / 1e9));
    var schedule = new Schedule(System.nanoTime(), callsPerSecond);
    var loop = new OpenLoop(lines, expected, schedule, calls);
    lines.execute(loop::turn);
    loop.answers.await(duration.toNanos());
    return loop.latencies;
  }

  private void turn() {
    long now = System.nanoTime();
    while (asked < calls && schedule.due(asked) <= now) {
      lines.ask((int) (asked % expected.messages()), new Asking(schedule.due(asked)));
      asked++;
    }
    if (asked - answered > MAX_UNDER_WAY) {
      failed = true;
      answers.failed(0, MAX_UNDER_WAY + " calls are under way: the server does not keep up");
    }
    if (asked < calls && !failed) {
      lines.executeAfterReading(this::turn);
    }
  }

  private final class Asking implements Caller {

    private final long due;

    Asking(long due) {
      this.due = due;
    }

    @Override
    public void answered(int message, byte[] body) {
      latencies.add(System.nanoTime() - due);
      failed |= !answers.right(message, body);
      if (++answered == calls) {
        answers.end();
      }
    }

    @Override
    public void failed(int message, String why) {
      failed = true;
      answers.failed(message, why);
    }
  }
}
