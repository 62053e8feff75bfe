package dev.verdict.policy.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Whatever the text, a condition is read or refused, with a place, in a time that nobody notices.
 *
 * <p>The time is that of this thread's own work, and a hang is what the test is after: it fails
 * only far beyond the {@value #WANTED_MILLISECONDS} ms that are wanted, and prints the worst.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class ParsingBoundsTest {

  private static final int WANTED_MILLISECONDS = 50;
  private static final int NOISE = 20;
  private static final int RANDOM_TEXTS = 60_000;
  private static final long SEED = Long.getLong("verdict.seed", 20_260_101);

  /** As large as an operator can set them. */
  private static final Limits CEILINGS =
      Limits.STANDARD
          .with(Limit.CONDITION_LENGTH, Limit.CONDITION_LENGTH.ceiling())
          .with(Limit.TOKENS, Limit.TOKENS.ceiling())
          .with(Limit.PARENTHESES, Limit.PARENTHESES.ceiling());

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long worst;
  private String worstText = "";
  private int read;

  @Test
  void theWorstThatHandsCanMakeIsAnsweredAtOnce() {
    answer(HostileConditions.handMade(), Limits.STANDARD);
    answer(HostileConditions.handMade(), Limits.STANDARD);

    report("made by hand");
    assertThat(read).isPositive();
  }

  @Test
  void theWorstIsAnsweredAtOnceWhereAllLimitsStandAtTheirCeilings() {
    answer(HostileConditions.handMade(), CEILINGS);

    report("made by hand, limits at their ceilings");
    assertThat(read).isPositive();
  }

  @Test
  void wordsInAnyOrderAreAnsweredAtOnce() {
    var random = new Random(SEED);
    answer(
        IntStream.range(0, RANDOM_TEXTS / 2).mapToObj(i -> HostileConditions.random(random)),
        Limits.STANDARD);

    report("of any words, seed " + SEED);
  }

  @Test
  void whatLooksLikeAConditionIsAnsweredAtOnce() {
    var random = new Random(SEED);
    answer(
        IntStream.range(0, RANDOM_TEXTS / 2).mapToObj(i -> HostileConditions.plausible(random)),
        Limits.STANDARD);

    report("that look like a condition, seed " + SEED);
    assertThat(read).isGreaterThan(RANDOM_TEXTS / 20);
  }

  private void answer(Stream<String> texts, Limits limits) {
    worst = 0;
    texts.filter(text -> !text.isEmpty()).forEach(text -> answer(text, limits));
  }

  private void answer(String text, Limits limits) {
    var source = MappedText.verbatim(text, new Span("p.yaml", 1, 1, 1));
    var diagnostics = new Diagnostics(limits);
    long start = threads.getCurrentThreadCpuTime();
    Optional<Syntax> tree = ConditionParser.parse(source, diagnostics);
    long taken = threads.getCurrentThreadCpuTime() - start;
    assertThat(diagnostics.hasErrors()).as(text).isEqualTo(tree.isEmpty());
    assertThat(diagnostics.sorted()).as(text).hasSize(tree.isEmpty() ? 1 : 0);
    read += tree.isPresent() ? 1 : 0;
    if (taken > worst) {
      worst = taken;
      worstText = text;
    }
  }

  private void report(String texts) {
    double milliseconds = worst / 1e6;
    System.out.printf(
        "conditions %s: %d read; the slowest took %.1f ms (wanted: %d): %.60s%n",
        texts, read, milliseconds, WANTED_MILLISECONDS, worstText.replaceAll("\\s+", " "));
    assertThat(milliseconds).as(worstText).isLessThan(1.0 * NOISE * WANTED_MILLISECONDS);
  }
}
