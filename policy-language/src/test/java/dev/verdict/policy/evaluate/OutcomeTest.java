package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  /** Every combination there is, as the algorithm is defined. */
  @ParameterizedTest
  @CsvSource({
    // deny, deny in error, permit, permit in error
    "false, false, false, false, NOT_APPLICABLE",
    "false, false, false, true,  INDETERMINATE_PERMIT",
    "false, false, true,  false, PERMIT",
    "false, false, true,  true,  PERMIT",
    "false, true,  false, false, INDETERMINATE_DENY",
    "false, true,  false, true,  INDETERMINATE_DENY",
    "false, true,  true,  false, INDETERMINATE_DENY",
    "false, true,  true,  true,  INDETERMINATE_DENY",
    "true,  false, false, false, DENY",
    "true,  false, false, true,  DENY",
    "true,  false, true,  false, DENY",
    "true,  false, true,  true,  DENY",
    "true,  true,  false, false, DENY",
    "true,  true,  false, true,  DENY",
    "true,  true,  true,  false, DENY",
    "true,  true,  true,  true,  DENY",
  })
  void denyOverridesAndErrorsKeepTheEffectTheyCouldHaveHad(
      boolean deny, boolean denyInError, boolean permit, boolean permitInError, Outcome expected) {
    assertThat(Outcome.of(deny, denyInError, permit, permitInError)).isEqualTo(expected);
  }
}
