package dev.verdict.server.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.identity.token.TokenForge;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenDevelopmentGateTest {

  private static final Entity ALICE = new Entity("user", "alice");
  private static final Entity ROBOT = new Entity("agent", "robot");

  private final IdentityGate gate = IdentityGates.openDevelopment();

  @Test
  void whoeverIsAssertedIsBelieved() {
    assertThat(gate.identify(anyone(), new SubjectClaim.Asserted(ALICE), Optional.of(ROBOT)))
        .isEqualTo(new Identification.Identified(ALICE, Optional.of(ROBOT), Vouchers.CALLER_ALONE));
  }

  @Test
  void aBearerTokenIsRefusedAndNotIgnored() {
    Authentication authentication =
        gate.authenticate(Optional.of(TokenForge.good().sign())).value();

    assertThat(authentication).isInstanceOf(Authentication.Rejected.class);
    assertThat(((Authentication.Rejected) authentication).message())
        .contains("open development mode and verifies no tokens");
  }

  @Test
  void aSubjectTokenIsRefused() {
    assertThat(gate.verify(TokenForge.good().sign()).value())
        .isInstanceOf(SubjectToken.Rejected.class);
  }

  @Test
  void aRequestWithoutASubjectIsUnauthenticated() {
    assertThat(gate.identify(anyone(), new SubjectClaim.OfTheCall(), Optional.empty()))
        .isInstanceOf(Identification.Unauthenticated.class);
  }

  private Caller anyone() {
    return ((Authentication.Authenticated) gate.authenticate(Optional.empty()).value()).caller();
  }
}
