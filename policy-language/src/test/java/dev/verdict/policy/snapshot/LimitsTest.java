package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Every limit lets through what is as large as it says, and nothing larger. {@link LimitGates} has
 * one for each of them: a limit that nobody tests does not compile.
 */
class LimitsTest {

  private static final String OF_THE_DOORS = "BATCH";

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = OF_THE_DOORS)
  void whatIsBelowTheLimitPasses(Limit limit) {
    assertThat(LimitGates.of(limit).lets(value(limit) - 1, limits(limit))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = OF_THE_DOORS)
  void whatIsAtTheLimitPasses(Limit limit) {
    assertThat(LimitGates.of(limit).lets(value(limit), limits(limit))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = OF_THE_DOORS)
  void whatIsAboveTheLimitIsRefused(Limit limit) {
    assertThat(LimitGates.of(limit).lets(value(limit) + 1, limits(limit))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = OF_THE_DOORS)
  void aLimitThatIsSetLowerHolds(Limit limit) {
    int lower = value(limit) - 2;
    if (limit.isFixed()) {
      assertThatThrownBy(() -> Limits.STANDARD.with(limit, lower))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("fixed");
    } else {
      Limits limits = Limits.STANDARD.with(limit, lower);
      assertThat(LimitGates.of(limit).lets(lower, limits)).isTrue();
      assertThat(LimitGates.of(limit).lets(lower + 1, limits)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLimitIsAtLeastOneAndAtMostItsCeiling(Limit limit) {
    assertThat(limit.standard()).isBetween(1, limit.ceiling());
    assertThatThrownBy(() -> Limits.STANDARD.with(limit, limit.ceiling() + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(limit.toString());
    assertThatThrownBy(() -> Limits.STANDARD.with(limit, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingOneLimitLeavesTheOthers() {
    Limits limits = Limits.STANDARD.with(Limit.FILES, 3).with(Limit.TOKENS, 4);

    assertThat(limits.of(Limit.FILES)).isEqualTo(3);
    assertThat(limits.of(Limit.TOKENS)).isEqualTo(4);
    assertThat(limits.of(Limit.NODES)).isEqualTo(Limit.NODES.standard());
  }

  /** Where the limit stands in these tests: the standard, where that is quick. */
  private static int value(Limit limit) {
    return switch (limit) {
      case TOTAL_LENGTH -> 1_000_000;
      case RULES, HIERARCHY_PAIRS -> 1_000;
      default -> limit.standard();
    };
  }

  private static Limits limits(Limit limit) {
    return value(limit) == limit.standard()
        ? Limits.STANDARD
        : Limits.STANDARD.with(limit, value(limit));
  }
}
