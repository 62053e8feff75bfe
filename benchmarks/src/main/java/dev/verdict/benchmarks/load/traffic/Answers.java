package dev.verdict.benchmarks.load.traffic;

import dev.verdict.benchmarks.load.wire.Caller;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts the answers of a run and compares each with the right one; the first fault ends it. */
final class Answers {

  private static final int PATIENCE_SECONDS = 30;

  private final Expected expected;
  private final CountDownLatch done = new CountDownLatch(1);
  private long right;
  private volatile @Nullable String fault;

  Answers(Expected expected) {
    this.expected = expected;
  }

  /** Counts an answer; whether the run goes on. */
  boolean right(int message, byte[] body) {
    if (expected.accepts(message, body)) {
      right++;
      return fault == null;
    }
    failed(message, "another answer: " + new String(body, StandardCharsets.UTF_8));
    return false;
  }

  /** Ends the run as failed; see {@link Caller#failed}. */
  void failed(int message, String why) {
    if (fault == null) {
      fault = "message " + message + ": " + why;
    }
    end();
  }

  /** All that was asked is answered. */
  void end() {
    done.countDown();
  }

  /**
   * Waits for the end.
   *
   * @param nanoseconds that the run takes
   * @return how many answers were right
   * @throws WrongAnswerException where one was not, or did not come
   */
  long await(long nanoseconds) throws InterruptedException {
    boolean ended =
        done.await(nanoseconds + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS), TimeUnit.NANOSECONDS);
    String why = ended ? fault : "answers are still missing after " + PATIENCE_SECONDS + " s";
    if (why != null) {
      throw new WrongAnswerException(why);
    }
    return right;
  }
}
