package dev.verdict.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever comes from outside is answered: no exception, no overflow, no hang.
 *
 * <p>{@code -Dverdict.fuzz=1h} goes on for that long, shared out among the targets, from another
 * seed each time; {@code -Dverdict.seed=..} repeats a run.
 */
class FuzzTest {

  private static final int INPUTS = 1_000;
  private static final String LENGTH = System.getProperty("verdict.fuzz", "");

  @ParameterizedTest
  @EnumSource
  void everyInputIsAnswered(FuzzTarget target) throws InterruptedException {
    long seed = Long.getLong("verdict.seed", LENGTH.isEmpty() ? 1 : System.nanoTime());
    System.out.printf("fuzzing %s, -Dverdict.seed=%d%n", target.folder(), seed);
    var fuzzer = new Fuzzer(target, seed, budget());

    int taken = fuzzer.run();

    System.out.printf("%s: %d inputs, taken in %d ways%n", target.folder(), taken, fuzzer.ways());
    assertThat(fuzzer.ways()).isGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource
  void whatOnceFailedIsAnswered(FuzzTarget target) {
    Corpus.regressions(target.folder()).forEach(target::take);
  }

  private static BooleanSupplier budget() {
    if (LENGTH.isEmpty()) {
      var left = new AtomicInteger(INPUTS);
      return () -> left.getAndDecrement() > 0;
    }
    Duration length = Duration.parse("PT" + LENGTH.toUpperCase(Locale.ROOT));
    long end = System.nanoTime() + length.dividedBy(FuzzTarget.values().length).toNanos();
    return () -> System.nanoTime() < end;
  }
}
