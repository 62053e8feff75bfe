package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Value;
import dev.verdict.server.door.question.FakeDecisionService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchEvaluationTest {

  private static final String PATH = "/access/v1/evaluations";

  private static final String DEFAULTS =
      "'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
          + "'resource':{'type':'record','id':'r-1'}";

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

  @ParameterizedTest
  @ValueSource(strings = {"", ",'evaluations':[]", ",'evaluations':null"})
  void withoutItemsItIsASingleEvaluation(String items) throws Exception {
    assertThat(post("{" + DEFAULTS + items + "}").body()).startsWith("{\"decision\":true");
    assertThat(decisions.batches).isEmpty();
  }

  @Test
  void itemsAreAnsweredInTheirOrderAndBare() throws Exception {
    HttpResponse<String> response = post(DEFAULTS, "{}", action("drop"), "{}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"evaluations\":[{\"decision\":true},{\"decision\":false},{\"decision\":true}]}");
  }

  @Test
  void allItemsAreDecidedTogetherAndAtOneTime() throws Exception {
    post(DEFAULTS, "{}", action("drop"), "{}");

    assertThat(decisions.batches).containsExactly(3);
    assertThat(decisions.asked).extracting(AccessRequest::now).containsOnly(OpenDoor.NOW);
  }

  @Test
  void aPartOfAnItemReplacesTheWholeDefault() throws Exception {
    post(
        DEFAULTS.replace("'id':'r-1'", "'id':'r-1','properties':{'status':'locked'}")
            + ",'context':{'ip':'10.0.0.1'}",
        "{}",
        "{'resource':{'type':'record','id':'r-2'},'context':{'time':'noon'}}");

    AccessRequest first = decisions.asked.get(0);
    assertThat(first.resource().attributes().get("status")).isEqualTo(new Value.Text("locked"));
    assertThat(first.context().names()).containsExactly("ip");
    AccessRequest second = decisions.asked.get(1);
    assertThat(second.resource().id()).isEqualTo("r-2");
    assertThat(second.resource().attributes().isEmpty()).isTrue();
    assertThat(second.context().names()).containsExactly("time");
    assertThat(second.subject().id()).isEqualTo("alice");
  }

  @Test
  void itemsWithTheSameIdAndOtherPropertiesAreDecidedApart() throws Exception {
    post(
        DEFAULTS,
        "{'resource':{'type':'record','id':'r-1','properties':{'n':1}}}",
        "{'resource':{'type':'record','id':'r-1','properties':{'n':2}}}");

    assertThat(decisions.asked)
        .extracting(request -> request.resource().attributes().get("n"))
        .containsExactly(new Value.Whole(1), new Value.Whole(2));
  }

  @Test
  void anItemThatCannotBeDecidedIsADenyWithAnErrorAndTheOthersAreUnharmed() throws Exception {
    HttpResponse<String> response =
        post(
            "'subject':{'type':'user','id':'alice'},'action':{'name':'read'}",
            "{'resource':{'type':'record','id':'r-1'}}",
            "{}",
            "{'resource':'r-1'}",
            "7",
            "{'resource':{'type':'record','id':'r-2'}}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"evaluations\":[{\"decision\":true},"
                + error(400, "invalid_request", "`resource` is missing")
                + ","
                + error(400, "invalid_request", "`resource` is not an object")
                + ","
                + error(400, "invalid_request", "the item is not an object")
                + ",{\"decision\":true}]}");
  }

  @Test
  void anItemThatTheCallerMayNotAssertIsADenyWithAnError() throws Exception {
    HttpResponse<String> response =
        http.send(
            http.request(PATH)
                .header("content-type", "application/json")
                .header("authorization", "Bearer alice-token")
                .POST(
                    BodyPublishers.ofString(
                        json(
                            "{'action':{'name':'read'},'resource':{'type':'record','id':'1'},"
                                + "'evaluations':[{},{'subject':{'type':'user','id':'bob'}}]}"))));

    assertThat(response.body())
        .isEqualTo(
            "{\"evaluations\":[{\"decision\":true},"
                + error(403, "not_entitled", "this caller may not assert a subject")
                + "]}");
  }

  @Test
  void whatTheCallerMustKnowIsNeverDropped() throws Exception {
    String body = post(DEFAULTS, action("read-masked"), action("read-audited")).body();

    assertThat(body)
        .isEqualTo(
            "{\"evaluations\":[{\"decision\":true,\"context\":{\"fields\":{\"except\":[\"iban\","
                + "\"taxNumber\"]}}},{\"decision\":true,\"context\":{\"obligations\":[{\"id\":"
                + "\"1\",\"type\":\"audit\",\"properties\":{\"level\":\"required\"}},{\"id\":"
                + "\"2\",\"type\":\"audit\",\"properties\":{}}],\"fields\":{\"only\":[\"id\"]}}}]}");
  }

  @Test
  void detailsAreGivenWhereTheyAreAskedFor() throws Exception {
    String body = post(DEFAULTS + ",'options':{'details':true}", "{}", action("drop")).body();

    assertThat(body)
        .contains("\"reason\":{\"code\":\"permitted\"")
        .contains("\"reason\":{\"code\":\"no_rule_matched\"")
        .contains("\"revision\":\"r1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "execute_all            | read drop read drop | true false true false",
        "deny_on_first_deny     | read drop read drop | true false",
        "deny_on_first_deny     | read read           | true true",
        "permit_on_first_permit | drop drop read drop | false false true",
        "permit_on_first_permit | drop drop           | false false",
      })
  void theSemanticSaysHowFarABatchGoes(String semantic, String actions, String expected)
      throws Exception {
    String body =
        post(
                DEFAULTS + ",'options':{'evaluations_semantic':'" + semantic + "','other':1}",
                Arrays.stream(actions.split(" "))
                    .map(BatchEvaluationTest::action)
                    .toArray(String[]::new))
            .body();

    assertThat(body)
        .isEqualTo(
            "{\"evaluations\":["
                + Arrays.stream(expected.split(" "))
                    .map(decision -> "{\"decision\":" + decision + "}")
                    .collect(Collectors.joining(","))
                + "]}");
  }

  @Test
  void anErrorEndsABatchThatEndsWithTheFirstDeny() throws Exception {
    String body =
        post(
                "'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
                    + "'options':{'evaluations_semantic':'deny_on_first_deny'}",
                "{'resource':{'type':'record','id':'r-1'}}",
                "{}",
                "{'resource':{'type':'record','id':'r-2'}}")
            .body();

    assertThat(body)
        .isEqualTo(
            "{\"evaluations\":[{\"decision\":true},"
                + error(400, "invalid_request", "`resource` is missing")
                + "]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'evaluations':{}} | `evaluations` is not a list",
        "{'evaluations':[null]} | a list holds null",
        "{'evaluations':[{}],'subject':'alice'} | `subject` is not an object",
        "{'evaluations':[{}],'options':[]} | `options` is not an object",
        "{'evaluations':[{}],'options':{'details':1}} | `options.details` is not true or false",
        "{'evaluations':[{}],'options':{'evaluations_semantic':'any'}} | is none of `execute_all`",
        "{'evaluations':[{}],'options':{'evaluations_semantic':1}} | is not a string",
      })
  void aFaultOfTheWholeIsNotAnsweredItemByItem(String body, String message) throws Exception {
    HttpResponse<String> response = post(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"error\":").contains(message);
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void aThousandItemsAreTakenAndOneMoreIsNot() throws Exception {
    assertThat(post(DEFAULTS, items(1_000)).statusCode()).isEqualTo(200);
    HttpResponse<String> response = post(DEFAULTS, items(1_001));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("`evaluations` has 1001 items (limit 1000)");
    assertThat(post(DEFAULTS, items(100_000)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{" + DEFAULTS + ",'options':{'explain':true},'evaluations':[{}]}",
        "{" + DEFAULTS + ",'evaluations':[{'options':{'explain':true}}]}"
      })
  void anItemIsNotExplained(String body) throws Exception {
    assertThat(post(body).body())
        .isEqualTo(
            "{\"evaluations\":["
                + error(400, "invalid_request", "`explain` is not available in a batch")
                + "]}");
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void whatComesAfterTheEndIsNotDecided() throws Exception {
    String semantic = ",'options':{'evaluations_semantic':'deny_on_first_deny'}";

    post(DEFAULTS + semantic, "{}", "{'resource':7}", "{}", "{}");

    assertThat(decisions.batches).containsExactly(1);
  }

  @Test
  void membersComeInAnyOrder() throws Exception {
    String body =
        "{'evaluations':[{},{'action':{'name':'drop'}},{}],"
            + "'options':{'evaluations_semantic':'deny_on_first_deny'},"
            + DEFAULTS
            + "}";

    assertThat(http.post(PATH, json(body)).body())
        .isEqualTo("{\"evaluations\":[{\"decision\":true},{\"decision\":false}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'evaluations':[{},{'action':}]",
        "'evaluations':[{},{'resource':7},{'x':1,'x':2}]",
        "'evaluations':[{}],'unknown':{'a':[01]}",
        "'evaluations':[{'context':{'a':null,'a':1}}]",
        "'options':{'evaluations_semantic':'deny_on_first_deny'},'evaluations':[7,{}}",
      })
  void malformedJsonAnywhereRefusesTheBatch(String members) throws Exception {
    HttpResponse<String> response = post("{" + DEFAULTS + "," + members + "}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"error\":");
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void aLargeDefaultTimesManyItemsIsRefused() throws Exception {
    String large = DEFAULTS + ",'context':{'list':[0" + ",0".repeat(998) + "]}";

    assertThat(post(large, items(100)).statusCode()).isEqualTo(200);
    HttpResponse<String> response = post(large, items(101));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("the items hold more than 100000 values");
  }

  private static String[] items(int count) {
    return IntStream.range(0, count).mapToObj(item -> "{}").toArray(String[]::new);
  }

  private static String action(String name) {
    return "{'action':{'name':'" + name + "'}}";
  }

  private static String error(int status, String reason, String message) {
    return "{\"decision\":false,\"context\":{\"error\":{\"status\":"
        + status
        + ",\"message\":\""
        + message
        + "\"},\"reason\":{\"code\":\""
        + reason
        + "\",\"message\":\""
        + message
        + "\"}}}";
  }

  private HttpResponse<String> post(String defaults, String... items) throws Exception {
    return items.length == 0
        ? http.post(PATH, json(defaults))
        : http.post(
            PATH, json("{" + defaults + ",'evaluations':[" + String.join(",", items) + "]}"));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
