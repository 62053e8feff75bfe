package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.server.door.question.FakeDecisionService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

  private static final String PATH = "/access/v1/evaluation";
  private static final String ALICE = "\"subject\":{\"type\":\"user\",\"id\":\"alice\"}";
  private static final String RECORD = "\"resource\":{\"type\":\"record\",\"id\":\"r-1\"}";
  private static final String READ =
      "{" + ALICE + ",\"action\":{\"name\":\"read\"}," + RECORD + "}";

  private final FakeDecisionService decisions = new FakeDecisionService();
  private OpenDoor http;

  @BeforeEach
  void open() throws Exception {
    http = OpenDoor.to(decisions);
  }

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void aPermitSaysWhyAndByWhichRevision() throws Exception {
    HttpResponse<String> response = http.post(PATH, READ);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body())
        .isEqualTo(
            "{\"decision\":true,\"context\":{\"reason\":{\"code\":\"permitted\",\"message\":"
                + "\"readers read\",\"policy\":\"record\",\"rule\":\"readers-read\",\"file\":"
                + "\"record.policy.yaml\",\"line\":4},\"revision\":\"r1\"}}");
  }

  @Test
  void aDenyIsAnAnswerAndNotAnError() throws Exception {
    HttpResponse<String> response = http.post(PATH, asking("destroy"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"decision\":false,\"context\":{\"reason\":{\"code\":\"no_rule_matched\","
                + "\"message\":\"no rule permits this\"},\"revision\":\"r1\"}}");
  }

  @Test
  void obligationsAdviceAndRestrictedFieldsAreInTheContext() throws Exception {
    assertThat(http.post(PATH, asking("read-audited")).body())
        .contains(
            "\"obligations\":[{\"id\":\"1\",\"type\":\"audit\",\"properties\":{\"level\":"
                + "\"required\"}},{\"id\":\"2\",\"type\":\"audit\",\"properties\":{}}]")
        .contains("\"advice\":[{\"id\":\"1\",\"type\":\"cache\",\"properties\":{}}]")
        .contains("\"fields\":{\"only\":[\"id\"]}");
    assertThat(http.post(PATH, asking("read-masked")).body())
        .contains("\"fields\":{\"except\":[\"iban\",\"taxNumber\"]}");
  }

  @Test
  void theGrantsThatWereTakenAreInTheContext() throws Exception {
    assertThat(http.post(PATH, asking("read-across")).body())
        .contains("\"revision\":\"r1\",\"grants\":[\"audit\",\"robots\"]}");
  }

  @Test
  void anExplanationIsGivenWhereItIsAskedFor() throws Exception {
    String asked = READ.replaceFirst("\\{", "{\"options\":{\"explain\":true},");

    assertThat(http.post(PATH, READ).body()).doesNotContain("explanation");
    assertThat(http.post(PATH, asked).body())
        .contains(
            "\"explanation\":{\"rules\":[{\"policy\":\"record\",\"rule\":\"readers-read\","
                + "\"file\":\"record.policy.yaml\",\"line\":4,\"effect\":\"permit\","
                + "\"match\":\"matched\"},")
        .contains(
            "\"effect\":\"deny\",\"match\":\"not_matched\",\"detail\":{\"message\":"
                + "\"`resource.locked` is false\",\"file\":\"record.policy.yaml\",\"line\":10}");
  }

  @Test
  void everyPartOfTheRequestReachesTheDecision() throws Exception {
    http.post(
        PATH,
        """
        {"context": {"ip": "10.0.0.1", "absent": null},
         "resource": {"id": "r-1", "type": "record", "properties": {"amount": 12.50}},
         "actor": {"type": "agent", "id": "bot-7"},
         "action": {"name": "read", "properties": {"soft": true}},
         "subject": {"type": "user", "id": "alice", "properties": {"roles": ["a", "b"]}}}
        """);

    AccessRequest request = decisions.asked.get(0);
    assertThat(request.subject().id()).isEqualTo("alice");
    assertThat(request.subject().attributes().names()).containsExactly("roles");
    assertThat(request.action().attributes().get("soft")).isEqualTo(new Value.Flag(true));
    assertThat(request.resource().type()).isEqualTo("record");
    assertThat(request.context().names()).containsExactly("ip");
    assertThat(request.actor()).contains(new Entity("agent", "bot-7"));
    assertThat(request.now()).isEqualTo(OpenDoor.NOW);
  }

  @Test
  void membersThatAreNotKnownAreIgnored() throws Exception {
    String body =
        READ.replaceFirst("\\{", "{\"foo\":\"bar\",\"future\":{\"deep\":[1,{}]},")
            .replace("\"id\":\"alice\"", "\"id\":\"alice\",\"displayName\":7");

    assertThat(http.post(PATH, body).body()).startsWith("{\"decision\":true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'action':{'name':'read'},'resource':{'type':'t','id':'1'}} | `subject` is missing",
        "{'subject':{'type':'u','id':'1'},'resource':{'type':'t','id':'1'}} | `action` is missing",
        "{'subject':{'type':'u','id':'1'},'action':{'name':'read'}} | `resource` is missing",
        "{'subject':{'id':'1'}} | `subject.type` is missing",
        "{'subject':{'type':'u'}} | `subject.id` is missing",
        "{'subject':{'type':'u','id':null}} | `subject.id` is missing",
        "{'action':{}} | `action.name` is missing",
        "{'subject':'alice'} | `subject` is not an object",
        "{'subject':['alice']} | `subject` is not an object",
        "{'subject':{'type':'u','id':7}} | `subject.id` is not a string",
        "{'action':{'name':123}} | `action.name` is not a string",
        "{'resource':{'type':'t','id':true}} | `resource.id` is not a string",
        "{'subject':{'type':'u','id':'1','properties':[]}} | `subject.properties` is not an object",
        "{'context':'x'} | `context` is not an object",
        "{'actor':{'type':'a'}} | `actor.id` is missing",
        "{'subject':{'type':'u','id':''}} | `subject`: `id` is empty",
        "{'subject':{'type':'u\\u0000','id':'1'}} | `subject`: `type` holds a control character",
        "{'options':7} | `options` is not an object",
        "{'options':{'explain':'yes'}} | `options.explain` is not true or false",
      })
  void whatIsMissingOrWrongIsNamed(String body, String message) throws Exception {
    HttpResponse<String> response = http.post(PATH, body.replace('\'', '"'));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("{\"error\":{\"status\":400,\"message\":\"" + message + "\"}}");
    assertThat(decisions.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
  void aCompressedBodyIsRefusedAsSuch(String encoding) throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", "application/json")
                .header("content-encoding", encoding)
                .POST(BodyPublishers.ofString(READ)));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("the body is compressed");
    assertThat(decisions.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "application/json; charset=utf-16",
        "text/json"
      })
  void anotherContentTypeIsRefused(String contentType) throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", contentType)
                .POST(BodyPublishers.ofString(READ)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("content type");
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void aMissingContentTypeIsRefused() throws Exception {
    assertThat(http.send(http.request(PATH).POST(BodyPublishers.ofString(READ))).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\"",
        "application/json ; v=1"
      })
  void parametersOfTheContentTypeAreAccepted(String contentType) throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", contentType)
                .POST(BodyPublishers.ofString(READ)));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void deeplyNestedAttributesAreRefused() throws Exception {
    String deep = "[".repeat(16) + "]".repeat(16);
    String body = READ.replace("\"id\":\"alice\"", "\"id\":\"alice\",\"properties\":{\"x\":%s}");

    assertThat(http.post(PATH, body.formatted(deep)).statusCode()).isEqualTo(200);
    assertThat(http.post(PATH, body.formatted("[" + deep + "]")).body())
        .contains("`subject.properties` is nested deeper than 16");
  }

  @Test
  void moreValuesThanARequestMayHoldAreRefused() throws Exception {
    String body = READ.replace("\"id\":\"alice\"", "\"id\":\"alice\",\"properties\":{\"x\":[%s]}");

    assertThat(http.post(PATH, body.formatted("0" + ",0".repeat(9_998))).statusCode())
        .isEqualTo(200);
    assertThat(http.post(PATH, body.formatted("0" + ",0".repeat(9_999))).body())
        .contains("holds more than 10000 values");
  }

  @Test
  void aRequestWithoutSubjectMeansTheTokensSubject() throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", "application/json")
                .header("authorization", "bearer alice-token")
                .POST(BodyPublishers.ofString(READ.replace(ALICE + ",", ""))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(decisions.asked.get(0).subject()).isEqualTo(new Entity("user", "alice"));
  }

  @Test
  void aCallerThatMayNotAssertIsForbidden() throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", "application/json")
                .header("authorization", "Bearer alice-token")
                .POST(BodyPublishers.ofString(READ)));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":{\"status\":403,\"message\":\"this caller may not assert a subject\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer stolen",
        "Bearer",
        "Bearer a, Bearer b",
        "Basic YWxpY2U6c2VjcmV0",
        "DPoP alice-token",
        "Bearer alice-token x",
        "alice-token"
      })
  void aCredentialThatIsNotAcceptedIsUnauthenticated(String authorization) throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", "application/json")
                .header("authorization", authorization)
                .POST(BodyPublishers.ofString(READ)));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
    assertThat(OpenDoor.json(response).names()).containsExactly("error");
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void severalCredentialsAreUnauthenticatedEvenIfEachIsGood() throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", "application/json")
                .header("authorization", "Bearer alice-token")
                .header("authorization", "Bearer alice-token")
                .POST(BodyPublishers.ofString(READ)));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void aFaultOfTheServerIsFiveHundredAndSaysNothingOfItself() throws Exception {
    HttpResponse<String> response = http.post(PATH, asking("break"));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":{\"status\":500,\"message\":\"the decision point could not answer; nothing is permitted\"}}");
    assertThat(http.post(PATH, READ).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsTurnedAwayIsCountedByItsCause() throws Exception {
    http.post(PATH, "{");
    http.post(PATH, "{}");

    assertThat(http.metrics.scrape())
        .contains("verdict_requests_rejected_total{cause=\"invalid_request\",door=\"http\"} 2.0");
  }

  @Test
  void aTokenInTheBodyOrTheQueryIsNoCredential() throws Exception {
    HttpResponse<String> response =
        http.post(PATH + "?access_token=alice-token", READ.replace(ALICE + ",", ""));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("`subject` is missing");
  }

  private static String asking(String action) {
    return READ.replace("\"read\"", "\"" + action + "\"");
  }
}
