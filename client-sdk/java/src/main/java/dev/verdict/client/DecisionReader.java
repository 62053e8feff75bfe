package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateResponse;
import dev.verdict.proto.v1.FieldGrant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads answers, and takes none that breaks the contract. */
final class DecisionReader {

  private DecisionReader() {}

  static Decision read(EvaluateResponse response) {
    if (!response.hasDecision()) {
      throw new PdpException(Kind.INVALID_ANSWER, "the answer holds no decision");
    }
    return read(response.getDecision());
  }

  /**
   * @param count how many were asked
   */
  static List<Decision> read(EvaluateBatchResponse response, int count) {
    if (response.getDecisionsCount() != count) {
      throw new PdpException(
          Kind.INVALID_ANSWER,
          "the answer holds "
              + response.getDecisionsCount()
              + " decisions (expected: "
              + count
              + ")");
    }
    return response.getDecisionsList().stream().map(DecisionReader::read).toList();
  }

  private static Decision read(dev.verdict.proto.v1.Decision message) {
    Fields fields = message.getDecision() ? fields(message.getFields()) : Fields.NONE;
    if (message.getDecision() && fields.isNone()) {
      throw new PdpException(Kind.INVALID_ANSWER, "the permit covers no property");
    }
    return new Decision(
        message.getDecision(),
        reason(message.getReason()),
        message.getOtherReasonsList().stream().map(DecisionReader::reason).toList(),
        message.getOtherReasonsLeftOut(),
        fields,
        obligations(message.getObligationsList()),
        obligations(message.getAdviceList()),
        message.getRevision(),
        message.getGrantsList());
  }

  private static Fields fields(FieldGrant message) {
    return switch (message.getGrantCase()) {
      case ONLY -> Fields.only(Set.copyOf(message.getOnly().getNamesList()));
      case EXCEPT -> Fields.except(Set.copyOf(message.getExcept().getNamesList()));
      case GRANT_NOT_SET -> Fields.NONE;
    };
  }

  private static Reason reason(dev.verdict.proto.v1.Reason message) {
    return new Reason(
        message.getCode(),
        message.getMessage(),
        message.hasRule() ? Optional.of(rule(message.getRule())) : Optional.empty());
  }

  private static RuleReference rule(dev.verdict.proto.v1.RuleReference message) {
    return new RuleReference(
        message.getPolicy(), message.getRule(), message.getFile(), message.getLine());
  }

  private static List<Obligation> obligations(List<dev.verdict.proto.v1.Obligation> messages) {
    return messages.stream()
        .map(
            message ->
                new Obligation(message.getId(), ValueReader.read(message.getPropertiesList())))
        .toList();
  }
}
