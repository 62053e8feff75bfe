package dev.verdict.server.doors;

import static dev.verdict.server.doors.OddQuestion.odd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions that once held an event loop for seconds. Each decision has a budget of work, which a
 * default of a batch takes from as often as it is read.
 */
class ExpensiveQuestionsTest {

  private static final String LONG = "a".repeat(65_000);
  private static final int ITEMS = 300;

  @TempDir private static Path folder;
  private static VerdictServer server;
  private static OddCaller caller;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        subjects: { user: {} }
        resources:
          record:
            tenant-isolated: false
            actions: [search, match]
            attributes: { note: string, part: "string?" }
        """);
    Files.writeString(
        folder.resolve("record.policy.yaml"),
        """
        policy: record
        resource: record
        rules:
          - permit: search
            id: found
            when: contains(resource.note, resource.part ?? 'b')
          - permit: match
            id: matched
            when: true || matches(resource.note, '(a|b|ab|aab|aaab){1,40}c')
          - deny: match
            id: refused
            when: matches(resource.note, '(a|b|ab|aab|aaab){1,40}c')
        """);
    server = RunningServer.of(folder);
    caller = new OddCaller(server.httpAddress(), server.grpcAddress());
  }

  @AfterAll
  static void stop() {
    caller.close();
    server.close();
  }

  /** Each of 65,000 places begins like what is looked for, which is half as long. */
  @Test
  void aLongTextIsSearchedOnce() throws Exception {
    String part = "a".repeat(32_000) + "b";
    OddQuestion question =
        odd("search")
            .json("action", "{'name':'search'}")
            .json(
                "resource",
                "{'type':'record','id':'1','properties':{'note':'"
                    + LONG
                    + "','part':'"
                    + part
                    + "'}}")
            .answeredWith("no_rule_matched");

    assertThat(caller.overHttp(question)).isEqualTo(question.expected());
  }

  @Test
  void aDefaultOfABatchCostsEachItemThatReadsIt() throws Exception {
    String items = String.join(",", Collections.nCopies(ITEMS, "{}"));
    String http =
        "{'subject':{'type':'user','id':'alice'},'action':{'name':'match'},"
            + "'resource':{'type':'record','id':'1','properties':{'note':'"
            + LONG
            + "'}},'evaluations':["
            + items
            + "],'options':{'details':true}}";
    var grpc = EvaluateBatchRequest.newBuilder();
    grpc.getDefaultsBuilder().getSubjectBuilder().setType("user").setId("alice");
    grpc.getDefaultsBuilder().getActionBuilder().setName("match");
    grpc.getDefaultsBuilder()
        .getResourceBuilder()
        .setType("record")
        .setId("1")
        .addProperties(
            Attribute.newBuilder().setName("note").setValue(Value.newBuilder().setText(LONG)));
    for (int i = 0; i < ITEMS; i++) {
      grpc.addEvaluationsBuilder();
    }

    assertThat(caller.batchOverHttp(http))
        .isEqualTo(caller.batchOverGrpc(grpc.build()))
        .hasSize(ITEMS)
        .containsOnly("budget_exceeded");
  }
}
