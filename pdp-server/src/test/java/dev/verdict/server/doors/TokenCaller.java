package dev.verdict.server.doors;

import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.server.wiring.VerdictServer;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** Asks both doors of a server with a token, and tells what each answered. */
final class TokenCaller implements AutoCloseable {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI http;
  private final ManagedChannel channel;

  TokenCaller(VerdictServer server) {
    this.http = URI.create("http://127.0.0.1:" + server.httpAddress().getPort());
    this.channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.grpcAddress().getPort(), InsecureChannelCredentials.create())
            .build();
  }

  /**
   * What came back.
   *
   * @param reason the code of the decision's reason, or the status of the refusal
   * @param text all of the answer
   */
  record Reply(String reason, String text) {}

  /** First over HTTP, then over gRPC. */
  List<Reply> ask(String token, TokenQuestion question) throws Exception {
    return List.of(overHttp(token, question), overGrpc(token, question));
  }

  /** The reasons of the items, first over HTTP, then over gRPC. */
  List<List<String>> askAll(String token, TokenQuestion defaults, List<TokenQuestion> items)
      throws Exception {
    var body = defaults.body().copy().put("options", new JsonObject().put("details", true));
    body.put("evaluations", new JsonArray(items.stream().map(TokenQuestion::body).toList()));
    HttpResponse<String> response = post("/access/v1/evaluations", token, body);
    var batch = EvaluateBatchRequest.newBuilder().setDefaults(defaults.message());
    items.forEach(item -> batch.addEvaluations(item.message()));
    return List.of(
        new JsonObject(response.body())
            .getJsonArray("evaluations").stream().map(item -> reason((JsonObject) item)).toList(),
        stub(token).evaluateBatch(batch.build()).getDecisionsList().stream()
            .map(TokenCaller::reason)
            .toList());
  }

  /** All of the answer to a batch; the options of the first question are those of the batch. */
  Reply batchOverHttp(String token, TokenQuestion... items) throws Exception {
    var bodies = new JsonArray(Arrays.stream(items).map(TokenQuestion::body).toList());
    JsonObject body = items[0].body().copy().put("evaluations", bodies);
    HttpResponse<String> response = post("/access/v1/evaluations", token, body);
    return new Reply("" + response.statusCode(), response.body());
  }

  /** The same over gRPC, where each item has options of its own. */
  Reply batchOverGrpc(String token, TokenQuestion... items) {
    var batch = EvaluateBatchRequest.newBuilder();
    for (TokenQuestion item : items) {
      batch.addEvaluations(item.message());
    }
    return new Reply("OK", stub(token).evaluateBatch(batch.build()).toString());
  }

  /** The refusals of a batch as a whole, first over HTTP, then over gRPC. */
  List<Reply> refused(String token, List<TokenQuestion> items) throws Exception {
    var body =
        new JsonObject()
            .put("evaluations", new JsonArray(items.stream().map(TokenQuestion::body).toList()));
    HttpResponse<String> response = post("/access/v1/evaluations", token, body);
    var batch = EvaluateBatchRequest.newBuilder();
    items.forEach(item -> batch.addEvaluations(item.message()));
    try {
      throw new AssertionError("answered: " + stub(token).evaluateBatch(batch.build()));
    } catch (StatusRuntimeException refused) {
      return List.of(
          new Reply("" + response.statusCode(), response.body()),
          new Reply(refused.getStatus().getCode().name(), refused.getMessage()));
    }
  }

  private Reply overHttp(String token, TokenQuestion question) throws Exception {
    HttpResponse<String> response = post("/access/v1/evaluation", token, question.body());
    var answer = new JsonObject(response.body());
    String status = response.statusCode() == 403 ? "not_entitled" : "" + response.statusCode();
    return new Reply(response.statusCode() == 200 ? reason(answer) : status, response.body());
  }

  private Reply overGrpc(String token, TokenQuestion question) {
    try {
      Decision decision = stub(token).evaluate(question.message()).getDecision();
      return new Reply(reason(decision), decision.toString());
    } catch (StatusRuntimeException refused) {
      String code = refused.getStatus().getCode().name();
      return new Reply(
          code.equals("PERMISSION_DENIED") ? "not_entitled" : code, refused.getMessage());
    }
  }

  private HttpResponse<String> post(String path, String token, JsonObject body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(http.resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private DecisionServiceBlockingStub stub(String token) {
    var metadata = new Metadata();
    metadata.put(AUTHORIZATION, "Bearer " + token);
    return DecisionServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private static String reason(JsonObject decision) {
    return decision.getJsonObject("context").getJsonObject("reason").getString("code");
  }

  private static String reason(Decision decision) {
    return decision.getReason().getCode();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
