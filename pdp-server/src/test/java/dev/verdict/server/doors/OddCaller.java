package dev.verdict.server.doors;

import dev.verdict.proto.v1.BatchSemantic;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.server.refusal.RefusalKind;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.vertx.core.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asks what no ordinary caller would, and tells the reason of the answer, be it a decision or the
 * refusal of the whole call.
 */
final class OddCaller implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI http;
  private final ManagedChannel channel;
  private final DecisionServiceBlockingStub stub;

  OddCaller(InetSocketAddress http, InetSocketAddress grpc) {
    this.http = URI.create("http://127.0.0.1:" + http.getPort());
    this.channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", grpc.getPort(), InsecureChannelCredentials.create())
            .build();
    this.stub = DecisionServiceGrpc.newBlockingStub(channel);
  }

  String overHttp(OddQuestion question) throws Exception {
    HttpResponse<String> response = post("/access/v1/evaluation", question.body());
    return response.statusCode() == 200
        ? reason(new JsonObject(response.body()))
        : refusal(kind -> kind.httpStatus() == response.statusCode());
  }

  String overGrpc(OddQuestion question) {
    try {
      return reason(stub.evaluate(question.message()).getDecision());
    } catch (StatusRuntimeException refused) {
      return refusal(refused);
    }
  }

  List<String> batchOverHttp(List<OddQuestion> items, String semantic) throws Exception {
    return batchOverHttp(
        items.stream()
            .map(OddQuestion::body)
            .collect(
                Collectors.joining(
                    ",",
                    "{'options':{'details':true,'evaluations_semantic':'"
                        + semantic
                        + "'},'evaluations':[",
                    "]}")));
  }

  List<String> batchOverHttp(String body) throws Exception {
    HttpResponse<String> response = post("/access/v1/evaluations", body.replace('\'', '"'));
    if (response.statusCode() != 200) {
      return List.of(refusal(kind -> kind.httpStatus() == response.statusCode()));
    }
    return new JsonObject(response.body())
        .getJsonArray("evaluations").stream().map(item -> reason((JsonObject) item)).toList();
  }

  List<String> batchOverGrpc(List<OddQuestion> items, BatchSemantic semantic) {
    var batch = EvaluateBatchRequest.newBuilder().setSemantic(semantic);
    items.forEach(item -> batch.addEvaluations(item.message()));
    return batchOverGrpc(batch.build());
  }

  List<String> batchOverGrpc(EvaluateBatchRequest batch) {
    try {
      return stub.evaluateBatch(batch).getDecisionsList().stream().map(OddCaller::reason).toList();
    } catch (StatusRuntimeException refused) {
      return List.of(refusal(refused));
    }
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(http.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String reason(JsonObject decision) {
    String code = decision.getJsonObject("context").getJsonObject("reason").getString("code");
    return checked(decision.getBoolean("decision"), code);
  }

  private static String reason(Decision decision) {
    return checked(decision.getDecision(), decision.getReason().getCode());
  }

  private static String checked(boolean permitted, String code) {
    if (permitted != code.equals("permitted")) {
      throw new AssertionError("decision " + permitted + " because of " + code);
    }
    return code;
  }

  private static String refusal(StatusRuntimeException refused) {
    return refusal(kind -> kind.grpcCode().equals(refused.getStatus().getCode().name()));
  }

  private static String refusal(Predicate<RefusalKind> isIt) {
    return Arrays.stream(RefusalKind.values())
        .filter(isIt)
        .findFirst()
        .map(RefusalKind::reason)
        .orElseThrow();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
