package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SubjectTokensTest {

  private final List<String> verified = new ArrayList<>();
  private final SubjectTokens tokens =
      new SubjectTokens(
          new Gate(),
          new Deadline(() -> Runnable::run, System::nanoTime, Duration.ofSeconds(5), () -> false));

  @Test
  void aTokenThatComesWithEachItemIsVerifiedOnce() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(tokens.verify("a.b.c").isDone()).isTrue();
    }

    assertThat(verified).containsExactly("a.b.c");
  }

  @Test
  void aCallBringsSixteenDifferentOnesAtMost() {
    for (int i = 0; i < SubjectTokens.MAX; i++) {
      tokens.verify("token-" + i);
    }

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> tokens.verify("one more"))
        .withMessage("the items hold more than 16 different subject tokens");
    assertThat(tokens.verify("token-3").isDone()).isTrue();
    assertThat(verified).hasSize(SubjectTokens.MAX);
  }

  private final class Gate implements IdentityGate {

    @Override
    public Eventual<Authentication> authenticate(Optional<String> bearerToken) {
      throw new AssertionError("not asked");
    }

    @Override
    public Eventual<SubjectToken> verify(String token) {
      verified.add(token);
      return Eventual.of(new SubjectToken.Accepted(new Entity("user", token), Optional.empty()));
    }

    @Override
    public Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
      throw new AssertionError("not asked");
    }
  }
}
