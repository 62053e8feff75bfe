package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.eventual.WorkAbandonedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Work that nobody waits for ends between two turns, and so does what takes too long. */
class AbandonedBatchTest {

  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicBoolean gone = new AtomicBoolean();
  private final Turns turns =
      Turns.on(() -> loop::add, clock::get)
          .until(new Deadline(() -> loop::add, clock::get, Duration.ofSeconds(5), gone::get));
  private final List<Throwable> failures = new ArrayList<>();

  private int done;

  @Test
  void workGoesOnWhileSomebodyWaitsAndTimeIsLeft() {
    next();
    clock.set(Duration.ofSeconds(5).toNanos());
    loop.remove().run();

    assertThat(done).isEqualTo(1);
    assertThat(failures).isEmpty();
  }

  @Test
  void workEndsWhereNobodyWaits() {
    next();
    gone.set(true);
    loop.remove().run();

    assertAbandoned();
  }

  @Test
  void workEndsWhereItTakesTooLong() {
    next();
    clock.set(Duration.ofSeconds(5).toNanos() + 1);
    loop.remove().run();

    assertAbandoned();
  }

  private void next() {
    turns
        .next(
            () -> {
              done++;
              return Eventual.of(done);
            })
        .whenDone(result -> {}, failures::add);
  }

  private void assertAbandoned() {
    assertThat(done).isZero();
    assertThat(failures).hasSize(1).first().isInstanceOf(WorkAbandonedException.class);
  }
}
