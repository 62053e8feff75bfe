package dev.verdict.server.command.training;

import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a server one question, whatever it decides by; only that it answers counts. */
public final class TrainingQuestions {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String QUESTION =
      """
      {"subject": {"type": "user", "id": "alice", "properties": {"tenant": "acme"}},
       "action": {"name": "read"},
       "resource": {"type": "invoice", "id": "i-1", "properties": {"tenant": "acme"}}}
      """;

  private TrainingQuestions() {}

  /** Asks over gRPC, without TLS. */
  public static void askByGrpc(String address) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    try {
      var unused =
          DecisionServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
              .evaluate(
                  EvaluateRequest.newBuilder()
                      .setSubject(Subject.newBuilder().setType("user").setId("alice"))
                      .setAction(Action.newBuilder().setName("read"))
                      .setResource(Resource.newBuilder().setType("invoice").setId("i-1"))
                      .build());
    } finally {
      channel.shutdownNow();
    }
  }

  /**
   * Asks over HTTP.
   *
   * @param url of the door, without a slash at its end
   * @throws IOException where there is no answer
   */
  public static void askByHttp(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/access/v1/evaluation"))
            .header("content-type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(QUESTION))
            .build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("HTTP answers " + status);
    }
  }
}
