package dev.verdict.benchmarks.load.question;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.benchmarks.load.wire.Protocol;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** How a question is put to the server. */
public enum Door {
  /** One question over gRPC. */
  GRPC(Protocol.GRPC, "/verdict.v1.DecisionService/Evaluate", false),
  /** Thirty at once over gRPC. */
  GRPC_BATCH(Protocol.GRPC, "/verdict.v1.DecisionService/EvaluateBatch", true),
  /** One question over HTTP. */
  HTTP(Protocol.HTTP, "/access/v1/evaluation", false),
  /** Thirty at once over HTTP. */
  HTTP_BATCH(Protocol.HTTP, "/access/v1/evaluations", true);

  /** Questions in a batch. */
  static final int BATCH = 30;

  private static final Pattern DECISION = Pattern.compile("\"decision\": ?(true|false)");

  private final Protocol protocol;
  private final String path;
  private final boolean batch;

  Door(Protocol protocol, String path, boolean batch) {
    this.protocol = protocol;
    this.path = path;
    this.batch = batch;
  }

  /** What is spoken there. */
  public Protocol protocol() {
    return protocol;
  }

  /** Where calls go. */
  public String path() {
    return path;
  }

  /** How many decisions a call asks for. */
  public int decisions() {
    return batch ? BATCH : 1;
  }

  /** The body of a call. */
  byte[] body(Question question) {
    return switch (this) {
      case GRPC -> Messages.of(question.requests().get(0)).toByteArray();
      case GRPC_BATCH -> Messages.batch(question.requests()).toByteArray();
      case HTTP -> utf8(Documents.of(question.requests().get(0)));
      case HTTP_BATCH -> utf8(Documents.batch(question.requests()));
    };
  }

  /** Whether each was permitted, as an answer tells. */
  List<Boolean> decisions(byte[] answer) {
    try {
      return switch (this) {
        case GRPC -> List.of(EvaluateResponse.parseFrom(answer).getDecision().getDecision());
        case GRPC_BATCH ->
            EvaluateBatchResponse.parseFrom(answer).getDecisionsList().stream()
                .map(Decision::getDecision)
                .toList();
        case HTTP, HTTP_BATCH ->
            DECISION
                .matcher(new String(answer, StandardCharsets.UTF_8))
                .results()
                .map(found -> Boolean.valueOf(found.group(1)))
                .toList();
      };
    } catch (InvalidProtocolBufferException unreadable) {
      throw new IllegalStateException("an answer that is no message", unreadable);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
