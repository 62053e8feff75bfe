package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusesTest {

  @ParameterizedTest
  @EnumSource
  void everyKindOfRefusalHasAStatusOfGrpc(RefusalKind kind) {
    Status status = Statuses.of(new Refusal(kind, "because"));

    assertThat(status.getCode().name()).isEqualTo(kind.grpcCode());
    assertThat(status.getDescription()).isEqualTo("because");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TIMEOUT", "OVERLOADED"})
  void aCallThatEndsWithTheStatusOfAKindIsCountedUnderItsWord(RefusalKind kind) {
    assertThat(Statuses.kind(Statuses.code(kind)).map(RefusalKind::reason)).contains(kind.reason());
  }

  @Test
  void whoGaveUpIsNotRefused() {
    assertThat(Statuses.kind(Status.Code.CANCELLED)).isEmpty();
    assertThat(Statuses.kind(Status.Code.DEADLINE_EXCEEDED)).isEmpty();
    assertThat(Statuses.kind(Status.Code.OK)).isEmpty();
  }
}
