package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.rights.CallerRights;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller whose token is still to be verified waits, and is then answered like any other. */
@Timeout(60)
final class LateCallersTest {

  private OpenDoor grpc;

  @BeforeEach
  void open() throws IOException {
    grpc = OpenDoor.to(new FakeDecisionService(), new LateGate());
  }

  @AfterEach
  void close() {
    grpc.close();
  }

  @Test
  void whoIsKnownLaterIsAnswered() {
    for (int i = 0; i < 50; i++) {
      assertThat(grpc.as("good").evaluate(question("read").build()).getDecision().getDecision())
          .isTrue();
    }
  }

  @Test
  void whoIsRejectedLaterIsRejected() {
    fails("bad", Status.Code.UNAUTHENTICATED);
  }

  @Test
  void whoCannotBeVerifiedNowMayTryAgain() {
    fails("overloaded", Status.Code.UNAVAILABLE);
  }

  @Test
  void aFaultOfTheGateIsInternal() {
    fails("fault", Status.Code.INTERNAL);
    assertThat(grpc.as("good").evaluate(question("read").build()).getDecision().getDecision())
        .isTrue();
  }

  private void fails(String token, Status.Code code) {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> grpc.as(token).evaluate(question("read").build()))
        .extracting(failure -> failure.getStatus().getCode())
        .isEqualTo(code);
  }

  /** Answers on a thread of its own. */
  private static final class LateGate implements IdentityGate {

    @Override
    public Eventual<Authentication> authenticate(Optional<String> bearerToken) {
      var promise = new Promise<Authentication>();
      new Thread(() -> settle(promise, bearerToken.orElse("")), "late-gate").start();
      return promise;
    }

    private static void settle(Promise<Authentication> promise, String token) {
      switch (token) {
        case "good" ->
            promise.complete(
                new Authentication.Authenticated(
                    new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL)));
        case "overloaded" -> promise.complete(new Authentication.Overloaded("wait"));
        case "fault" -> promise.fail(new IllegalStateException("broken"));
        default -> promise.complete(new Authentication.Rejected("no"));
      }
    }

    @Override
    public Eventual<SubjectToken> verify(String token) {
      throw new AssertionError("not asked");
    }

    @Override
    public Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
      return new Identification.Identified(
          ((SubjectClaim.Asserted) claim).subject(), actor, Vouchers.CALLER_ALONE);
    }
  }
}
