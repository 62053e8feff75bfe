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
  @EnumSource
  void aCallThatIsRefusedIsCountedUnderThatKind(RefusalKind kind) {
    assertThat(Statuses.kind(Statuses.of(new Refusal(kind, "because")))).contains(kind);
  }

  @Test
  void whatTheTransportTurnsAwayIsCountedByItsCode() {
    assertThat(Statuses.kind(Status.RESOURCE_EXHAUSTED)).contains(RefusalKind.TOO_LARGE);
    assertThat(Statuses.kind(Status.UNKNOWN)).contains(RefusalKind.INTERNAL);
  }

  @Test
  void whoGaveUpIsNotRefused() {
    assertThat(Statuses.kind(Status.CANCELLED)).isEmpty();
    assertThat(Statuses.kind(Status.DEADLINE_EXCEEDED)).isEmpty();
    assertThat(Statuses.kind(Status.OK)).isEmpty();
  }
}
