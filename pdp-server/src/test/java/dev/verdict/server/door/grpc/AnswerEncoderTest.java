package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateResponse;
import org.junit.jupiter.api.Test;

final class AnswerEncoderTest {

  /** Else the answers to the items of a batch would not be its answer. */
  @Test
  void theContractGivesADecisionOneFieldNumberAloneAndInABatch() {
    assertThat(EvaluateBatchResponse.DECISIONS_FIELD_NUMBER)
        .isEqualTo(EvaluateResponse.DECISION_FIELD_NUMBER);
    assertThat(EvaluateBatchResponse.getDescriptor().getFields()).hasSize(1);
    assertThat(EvaluateResponse.getDescriptor().getFields()).hasSize(1);
  }
}
