package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.about;
import static dev.verdict.server.door.grpc.Messages.attribute;
import static dev.verdict.server.door.grpc.Messages.decimal;
import static dev.verdict.server.door.grpc.Messages.list;
import static dev.verdict.server.door.grpc.Messages.nested;
import static dev.verdict.server.door.grpc.Messages.question;
import static dev.verdict.server.door.grpc.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.BatchAnswer;
import dev.verdict.server.door.question.BatchReceiver;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.rights.CallerRights;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gRPC door lets through what is as large as a limit of requests says, and nothing larger. */
class RequestLimitsTest {

  static Stream<Limit> limits() {
    return Arrays.stream(Limit.values()).filter(limit -> limit.group().equals("request"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitHoldsWhereItStands(Limit limit) {
    holds(limit, limit.standard(), Limits.STANDARD);
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitHoldsWhereItIsSet(Limit limit) {
    if (!limit.isFixed()) {
      holds(limit, 10, Limits.STANDARD.with(limit, 10));
      int raised = limit.standard() + 5;
      holds(limit, raised, Limits.STANDARD.with(limit, raised));
    }
  }

  private static void holds(Limit limit, int value, Limits limits) {
    assertThat(isTaken(limit, value - 1, limits)).isTrue();
    assertThat(isTaken(limit, value, limits)).isTrue();
    assertThat(isTaken(limit, value + 1, limits)).isFalse();
  }

  private static boolean isTaken(Limit limit, int size, Limits limits) {
    return switch (limit) {
      case NAME_LENGTH ->
          isDecoded(about(attribute(x(size), text(""))), limits)
              && isDecoded(question(x(size)).build(), limits);
      case ID_LENGTH -> {
        EvaluateRequest.Builder question = question("read");
        question.getResourceBuilder().setId(x(size));
        yield isDecoded(question.build(), limits);
      }
      case TEXT_LENGTH -> isDecoded(text(x(size)), limits);
      case VALUES ->
          isDecoded(list(Collections.nCopies(size - 1, text("")).toArray(Value[]::new)), limits);
      case DEPTH -> isDecoded(nested(size), limits);
      case BATCH -> isAnswered(size, limits);
      case DECIMAL_DIGITS -> isDecoded(decimal("9".repeat(size)), limits);
      default -> throw new AssertionError("the gRPC door does not test " + limit);
    };
  }

  private static boolean isDecoded(Value value, Limits limits) {
    return isDecoded(about(attribute("a", value)), limits);
  }

  private static boolean isDecoded(EvaluateRequest message, Limits limits) {
    try {
      decoded(RequestDecoder.of(limits, /* nesting= */ 0), message);
      return true;
    } catch (InvalidRequestException refused) {
      return false;
    }
  }

  private static boolean isAnswered(int size, Limits limits) {
    var questions =
        new Questions(
            Door.GRPC,
            new FakeDecisionService(),
            new FakeIdentityGate(),
            () -> Runnable::run,
            Clock.systemUTC(),
            limits,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT);
    var anyone =
        new Asker(
            new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL), Optional.empty());
    var batch =
        EvaluateBatchRequest.newBuilder()
            .addAllEvaluations(Collections.nCopies(size, EvaluateRequest.getDefaultInstance()))
            .build();
    var answered = new AtomicBoolean();
    questions.askAll(
        anyone,
        decoded(BatchDecoder.of(limits), batch),
        new BatchReceiver() {
          @Override
          public void answered(BatchAnswer answer) {
            answered.set(true);
          }

          @Override
          public void refused(Refusal refusal) {}

          @Override
          public void failed(Throwable fault) {
            throw new AssertionError(fault);
          }
        });
    return answered.get();
  }

  private static <R> R decoded(MessageDecoder<R> decoder, MessageLite message) {
    try {
      return decoder.decode(message.toByteArray());
    } catch (InvalidProtocolBufferException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String x(int length) {
    return "x".repeat(length);
  }
}
