package dev.verdict.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The levels Basic and Batch of the AuthZEN 1.0 certification scenario. */
class CertificationTest {

  private static final Path FOLDER = Path.of("src/test/resources/authzen-certification");

  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new RunningServer(PolicyFolder.read(FOLDER.resolve("policies")).load());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<Arguments> cases() throws IOException {
    return objects(new JsonObject(Files.readString(FOLDER.resolve("certification-cases.json"))))
        .filter(each -> each.getString("level").matches("(Basic|Batch) .*"))
        .map(each -> Arguments.of(each.getString("id") + " " + each.getString("title"), each))
        .toList();
  }

  @Test
  void noCaseOfTheTwoLevelsIsLeftOut() throws IOException {
    assertThat(cases()).hasSize(35);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aCaseOfTheScenarioIsAnsweredAsItDemands(String name, JsonObject each) throws Exception {
    for (int i = 0; i < each.getInteger("repeat", 1); i++) {
      check(each, send(each));
    }
  }

  private static HttpResponse<String> send(JsonObject each) throws Exception {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    JsonObject others = each.getJsonObject("headers", new JsonObject());
    others.forEach(header -> headers.put(header.getKey(), header.getValue().toString()));
    String body =
        each.containsKey("rawBody")
            ? each.getString("rawBody")
            : each.getJsonObject("request").encode();
    return server.send(each.getString("method"), each.getString("path"), headers, body);
  }

  private static void check(JsonObject each, HttpResponse<String> response) {
    JsonObject expected = each.getJsonObject("expect");
    JsonObject answer = new JsonObject(response.body());
    assertThat(response.statusCode()).isEqualTo(expected.getInteger("status"));
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.getBoolean("decision")).isEqualTo(expected.getBoolean("decision"));
    if (expected.containsKey("evaluations")) {
      check(answer.getJsonArray("evaluations"), expected.getJsonArray("evaluations"));
    }
    if (expected.getBoolean("echoRequestId", false)) {
      assertThat(response.headers().firstValue("x-request-id"))
          .contains(each.getJsonObject("headers").getString("X-Request-ID"));
    }
  }

  /** Where the scenario demands no certain decision, there must be one all the same. */
  private static void check(JsonArray evaluations, JsonArray expected) {
    assertThat(evaluations).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Boolean decision = evaluations.getJsonObject(i).getBoolean("decision");
      assertThat(decision).isNotNull();
      if (expected.getBoolean(i) != null) {
        assertThat(decision).isEqualTo(expected.getBoolean(i));
      }
    }
  }

  private static Stream<JsonObject> objects(JsonObject document) {
    return document.getJsonArray("cases").stream().map(JsonObject.class::cast);
  }
}
