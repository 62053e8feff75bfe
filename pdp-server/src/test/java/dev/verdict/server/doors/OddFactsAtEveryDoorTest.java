package dev.verdict.server.doors;

import static dev.verdict.server.doors.OddQuestion.odd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.BatchSemantic;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is odd about a question is answered with the same decision, the same reason and the same
 * kind of refusal at each door. The table says what; a door that differs fails its row.
 */
class OddFactsAtEveryDoorTest {

  @TempDir private static Path folder;
  private static VerdictServer server;
  private static OddCaller caller;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        subjects: { user: {}, agent: {} }
        resources:
          record:
            tenant-isolated: false
            actions: [read, drop]
            attributes: { amount: "decimal?", note: "string?" }
        context: {}
        """);
    Files.writeString(
        folder.resolve("record.policy.yaml"),
        """
        policy: record
        resource: record
        rules:
          - permit: read
            id: small
            when: (resource.amount ?? 0) < 1000
          - permit: read
            id: any-agent
            when: subject.type == 'agent'
        """);
    server = RunningServer.of(folder);
    caller = new OddCaller(server.httpAddress(), server.grpcAddress());
  }

  @AfterAll
  static void stop() {
    caller.close();
    server.close();
  }

  static Stream<OddQuestion> questions() {
    return Stream.of(
        odd("nothing odd").answeredWith("permitted"),
        odd("another action")
            .json("action", "{'name':'drop'}")
            .answeredWith("no_rule_matched")
            .proto(message -> message.getActionBuilder().setName("drop")),
        odd("an action that nobody declared")
            .json("action", "{'name':'fly'}")
            .proto(message -> message.getActionBuilder().setName("fly"))
            .answeredWith("unknown_action"),
        odd("a number").decimal("999.5").answeredWith("permitted"),
        odd("a large number").decimal("1e308").answeredWith("rule_error"),
        odd("a number beyond a double").decimal("1e309").answeredWith("invalid_request"),
        odd("a number far beyond a double").decimal("1e400").answeredWith("invalid_request"),
        odd("a tiny number").decimal("1e-400").answeredWith("rule_error"),
        odd("a number too tiny").decimal("1e-401").answeredWith("invalid_request"),
        odd("a hundred digits").decimal("0." + "1".repeat(99)).answeredWith("permitted"),
        odd("a digit too many")
            .decimal("1" + "0".repeat(100) + ".5")
            .answeredWith("invalid_request"),
        odd("a plus sign").decimal("+7").answeredWith("invalid_request"),
        odd("leading zeros").decimal("007").answeredWith("invalid_request"),
        odd("a trailing point").decimal("7.").answeredWith("invalid_request"),
        odd("not a number").decimal("NaN").answeredWith("invalid_request"),
        odd("a name of 256 characters").text("n".repeat(256), "x").answeredWith("permitted"),
        odd("a name of 257 characters").text("n".repeat(257), "x").answeredWith("invalid_request"),
        odd("no name").text("", "x").answeredWith("invalid_request"),
        odd("a text of 65536 characters")
            .text("note", "x".repeat(65_536))
            .answeredWith("permitted"),
        odd("a longer text").text("note", "x".repeat(65_537)).answeredWith("invalid_request"),
        odd("sixteen lists in each other").nested(16).answeredWith("permitted"),
        odd("seventeen lists in each other").nested(17).answeredWith("invalid_request"),
        odd("ten thousand values").values(9_999).answeredWith("permitted"),
        odd("a value more").values(10_000).answeredWith("invalid_request"),
        odd("a name twice").twice().answeredWith("invalid_request"),
        odd("no subject")
            .without("subject")
            .proto(message -> message.clearRequester())
            .answeredWith("invalid_request"),
        odd("no action")
            .without("action")
            .proto(message -> message.clearAction())
            .answeredWith("invalid_request"),
        odd("no resource")
            .without("resource")
            .proto(message -> message.clearResource())
            .answeredWith("invalid_request"),
        odd("no id")
            .json("resource", "{'type':'record'}")
            .proto(message -> message.getResourceBuilder().clearId())
            .answeredWith("invalid_request"),
        odd("an empty id")
            .json("resource", "{'type':'record','id':''}")
            .proto(message -> message.getResourceBuilder().setId(""))
            .answeredWith("invalid_request"),
        odd("a line break in an id")
            .json("resource", "{'type':'record','id':'a\\nb'}")
            .proto(message -> message.getResourceBuilder().setId("a\nb"))
            .answeredWith("invalid_request"),
        odd("an id too long")
            .json("resource", "{'type':'record','id':'" + "x".repeat(1_025) + "'}")
            .proto(message -> message.getResourceBuilder().setId("x".repeat(1_025)))
            .answeredWith("invalid_request"),
        odd("a type that nobody declared")
            .json("resource", "{'type':'planet','id':'1'}")
            .proto(message -> message.getResourceBuilder().setType("planet"))
            .answeredWith("unknown_resource_type"),
        odd("an actor")
            .json("actor", "{'type':'agent','id':'bot'}")
            .proto(message -> message.setActor(Actor.newBuilder().setType("agent").setId("bot")))
            .answeredWith("permitted"),
        odd("an actor without an id")
            .json("actor", "{'type':'agent'}")
            .proto(message -> message.setActor(Actor.newBuilder().setType("agent")))
            .answeredWith("invalid_request"),
        odd("a token for the subject")
            .without("subject")
            .json("subject_token", "'a.b.c'")
            .proto(message -> message.setSubjectToken("a.b.c"))
            .answeredWith("unauthenticated"),
        odd("an empty token for the subject")
            .without("subject")
            .json("subject_token", "''")
            .proto(message -> message.setSubjectToken(""))
            .answeredWith("invalid_request"),
        odd("an explanation")
            .json("options", "{'explain':true}")
            .proto(message -> message.setExplain(true))
            .answeredWith("permitted"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void itIsAnsweredTheSame(OddQuestion question) throws Exception {
    assertThat(caller.overHttp(question)).as("HTTP").isEqualTo(question.expected());
    assertThat(caller.overGrpc(question)).as("gRPC").isEqualTo(question.expected());
  }

  /**
   * As an item, each is a deny where it is refused alone; an explanation is not to be had there.
   */
  @Test
  void inABatchTheyAreAnsweredTheSame() throws Exception {
    // those that are no JSON at all spoil the whole body
    List<OddQuestion> items =
        questions().filter(OddQuestion::isJson).filter(odd -> !odd.isLarge()).toList();
    List<String> expected =
        items.stream()
            .map(odd -> odd.name().equals("an explanation") ? "invalid_request" : odd.expected())
            .toList();

    assertThat(caller.batchOverHttp(items, "execute_all")).isEqualTo(expected);
    assertThat(caller.batchOverGrpc(items, BatchSemantic.BATCH_SEMANTIC_EXECUTE_ALL))
        .isEqualTo(expected);
  }

  @Test
  void aBatchEndsAtTheSameItem() throws Exception {
    OddQuestion read = odd("nothing odd").answeredWith("permitted");
    OddQuestion drop =
        odd("another action")
            .json("action", "{'name':'drop'}")
            .answeredWith("no_rule_matched")
            .proto(message -> message.getActionBuilder().setName("drop"));
    OddQuestion refused = odd("no name").text("", "x").answeredWith("invalid_request");

    for (List<OddQuestion> items :
        List.of(
            List.of(read, drop, read),
            List.of(read, refused, read),
            List.of(refused, read, drop),
            List.of(drop, refused, read, refused))) {
      assertThat(caller.batchOverHttp(items, "deny_on_first_deny"))
          .isEqualTo(caller.batchOverGrpc(items, BatchSemantic.BATCH_SEMANTIC_DENY_ON_FIRST_DENY))
          .isEqualTo(until(items, item -> !item.expected().equals("permitted")));
      assertThat(caller.batchOverHttp(items, "permit_on_first_permit"))
          .isEqualTo(
              caller.batchOverGrpc(items, BatchSemantic.BATCH_SEMANTIC_PERMIT_ON_FIRST_PERMIT))
          .isEqualTo(until(items, item -> item.expected().equals("permitted")));
    }
  }

  @Test
  void aDefaultCompletesTheSameItems() throws Exception {
    String http =
        "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
            + "'evaluations':[{'resource':{'type':'record','id':'1'}},{},"
            + "{'action':{'name':'drop'},'resource':{'type':'record','id':'1'}}],"
            + "'options':{'details':true}}";
    var grpc = EvaluateBatchRequest.newBuilder();
    grpc.getDefaultsBuilder().getSubjectBuilder().setType("user").setId("alice");
    grpc.getDefaultsBuilder().getActionBuilder().setName("read");
    grpc.addEvaluationsBuilder().getResourceBuilder().setType("record").setId("1");
    grpc.addEvaluationsBuilder();
    grpc.addEvaluationsBuilder().getResourceBuilder().setType("record").setId("1");
    grpc.getEvaluationsBuilder(2).getActionBuilder().setName("drop");

    assertThat(caller.batchOverHttp(http))
        .isEqualTo(caller.batchOverGrpc(grpc.build()))
        .containsExactly("permitted", "invalid_request", "no_rule_matched");
  }

  @Test
  void tooManyItemsAreTheSameRefusal() throws Exception {
    List<OddQuestion> items =
        IntStream.range(0, 1_001).mapToObj(i -> odd("").answeredWith("permitted")).toList();

    assertThat(caller.batchOverHttp(items, "execute_all")).containsExactly("invalid_request");
    assertThat(caller.batchOverGrpc(items, BatchSemantic.BATCH_SEMANTIC_EXECUTE_ALL))
        .containsExactly("invalid_request");
  }

  private static List<String> until(
      List<OddQuestion> items, java.util.function.Predicate<OddQuestion> last) {
    int end =
        IntStream.range(0, items.size())
            .filter(i -> last.test(items.get(i)))
            .findFirst()
            .orElse(items.size() - 1);
    return items.subList(0, end + 1).stream().map(OddQuestion::expected).toList();
  }
}
