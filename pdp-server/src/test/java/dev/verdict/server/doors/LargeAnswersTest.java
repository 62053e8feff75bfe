package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.server.wiring.VerdictServer;
import io.grpc.ManagedChannelBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose answer would be much larger than itself: 1,000 obligations of 64 KB each. */
class LargeAnswersTest {

  private static final int ITEMS = 1_000;
  private static final String NOTE = "x".repeat(64_000);

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        subjects: { user: {} }
        resources:
          page:
            tenant-isolated: false
            actions: [read]
            attributes: { note: string }
        """);
    Files.writeString(
        folder.resolve("page.policy.yaml"),
        """
        policy: page
        resource: page
        rules:
          - permit: read
            id: with-the-note
            when: resource.note != 'none'
            obligations:
              - show: { note: { expression: resource.note } }
        """);
  }

  @Test
  void overHttpItIsRefusedAsAWhole() throws Exception {
    try (VerdictServer server = RunningServer.of(folder)) {
      HttpResponse<String> answer = post(server, ITEMS);

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).doesNotContain(NOTE).contains("answer");
      assertThat(post(server, 50).body().length()).isGreaterThan(50 * NOTE.length());
    }
  }

  @Test
  void overGrpcItIsRefusedAsAWhole() throws Exception {
    try (VerdictServer server = RunningServer.of(folder)) {
      var channel =
          ManagedChannelBuilder.forAddress("127.0.0.1", server.grpcAddress().getPort())
              .usePlaintext()
              .build();
      try {
        var stub = DecisionServiceGrpc.newBlockingStub(channel);

        assertThatThrownBy(() -> stub.evaluateBatch(batch()))
            .hasMessageContaining("RESOURCE_EXHAUSTED");
      } finally {
        channel.shutdownNow();
      }
    }
  }

  private static HttpResponse<String> post(VerdictServer server, int items) throws Exception {
    String body =
        """
        {"subject": {"type": "user", "id": "u"}, "action": {"name": "read"},
         "resource": {"type": "page", "id": "p", "properties": {"note": "%s"}},
         "evaluations": [%s]}
        """
            .formatted(NOTE, String.join(",", Collections.nCopies(items, "{}")));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + server.httpAddress().getPort()
                            + "/access/v1/evaluations"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private static EvaluateBatchRequest batch() {
    var question = EvaluateRequest.newBuilder();
    question.getSubjectBuilder().setType("user").setId("u");
    question.getActionBuilder().setName("read");
    question
        .getResourceBuilder()
        .setType("page")
        .setId("p")
        .addProperties(
            Attribute.newBuilder().setName("note").setValue(Value.newBuilder().setText(NOTE)));
    return EvaluateBatchRequest.newBuilder()
        .setDefaults(question)
        .addAllEvaluations(Collections.nCopies(ITEMS, EvaluateRequest.getDefaultInstance()))
        .build();
  }
}
