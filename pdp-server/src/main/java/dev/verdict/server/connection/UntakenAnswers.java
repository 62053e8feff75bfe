package dev.verdict.server.connection;

import dev.verdict.server.configuration.ConnectionLimits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The answers that wait for their callers to read them, of all doors together, but for short ones.
 * They are bounded in bytes, apart from what calls hold: those who do not read must not keep others
 * from asking. And they are bounded in time: a caller that has not taken its answer by then loses
 * its connection.
 *
 * <p>Safe for use by many threads at once.
 */
public final class UntakenAnswers {

  private final BytesInFlight bytes;
  private final LongSupplier nanoseconds;
  private final Set<UntakenAnswer> waiting = new LinkedHashSet<>();

  UntakenAnswers(BytesInFlight bytes, LongSupplier nanoseconds) {
    this.bytes = bytes;
    this.nanoseconds = nanoseconds;
  }

  /**
   * Keeps an answer until its caller has {@linkplain UntakenAnswer#taken() taken} it.
   *
   * @return empty where there is no room, and it may not be given
   */
  public Optional<UntakenAnswer> hold(Connection connection, long length) {
    if (!bytes.take(length)) {
      return Optional.empty();
    }
    var answer = new UntakenAnswer(this, connection, length, nanoseconds.getAsLong());
    synchronized (this) {
      waiting.add(answer);
    }
    return Optional.of(answer);
  }

  /** What they hold now. */
  public BytesInFlight bytes() {
    return bytes;
  }

  void taken(UntakenAnswer answer) {
    boolean waited;
    synchronized (this) {
      waited = waiting.remove(answer);
    }
    if (waited) {
      bytes.release(answer.length());
    }
  }

  /** Ends the connections of those who take too long. */
  void sweep() {
    for (UntakenAnswer answer : late()) {
      answer.connection().leftAnswer();
      answer.taken();
    }
  }

  /** They stand in the order in which they came, so the first that is in time ends the look. */
  private synchronized List<UntakenAnswer> late() {
    long now = nanoseconds.getAsLong();
    long max = ConnectionLimits.ANSWER_TIME.toNanos();
    var late = new ArrayList<UntakenAnswer>();
    for (UntakenAnswer answer : waiting) {
      if (now - answer.since() <= max) {
        break;
      }
      late.add(answer);
    }
    return late;
  }
}
