package dev.verdict.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The to-do scenario of the AuthZEN interoperability events, decided by the example for it. */
class TodoInteropTest {

  private static final Path DECISIONS =
      Path.of("src/test/resources/authzen-todo/decisions-authorization-api-1_0-02.json");
  private static final Path POLICIES = Path.of("../policies-examples/todo");

  private JsonObject decisions;
  private PolicyFolder policies;

  @BeforeEach
  void read() throws IOException {
    decisions = new JsonObject(Files.readString(DECISIONS));
    policies = PolicyFolder.read(POLICIES);
  }

  @Test
  void allFortyThreeDecisionsAreGivenOverHttp() throws Exception {
    assertThat(decisions.getJsonArray("evaluation").size()).isEqualTo(40);
    assertThat(decisions.getJsonArray("evaluations").size()).isEqualTo(3);
    assertThat(differences(policies)).isEmpty();
  }

  @Test
  void aChangeOfOneRuleIsNoticed() throws Exception {
    PolicyFolder changed =
        policies.edited(
            "todo.policy.yaml", text -> text.replace("roles: [editor, admin]", "roles: [admin]"));

    assertThat(differences(changed)).isNotEmpty();
  }

  @Test
  void aRuleThatForgetsTheOwnerIsNoticed() throws Exception {
    PolicyFolder changed =
        policies.edited(
            "todo.policy.yaml",
            text ->
                text.replace("    when: isOwner\n", "")
                    .replaceAll("(?m)^let:\\R  isOwner.*\\R", ""));

    assertThat(differences(changed))
        .anyMatch(difference -> difference.startsWith("evaluation "))
        .anyMatch(difference -> difference.startsWith("evaluations "));
  }

  /** The places in the decisions file where the server answers something else. */
  private List<String> differences(PolicyFolder folder) throws Exception {
    var differences = new ArrayList<String>();
    try (var server = new RunningServer(folder.load())) {
      for (int i = 0; i < decisions.getJsonArray("evaluation").size(); i++) {
        JsonObject each = decisions.getJsonArray("evaluation").getJsonObject(i);
        JsonObject answer = server.post("/access/v1/evaluation", each.getJsonObject("request"));
        if (!each.getBoolean("expected").equals(answer.getBoolean("decision"))) {
          differences.add("evaluation " + i);
        }
      }
      // the events compare batches as text: nothing but the decisions may be there
      for (int i = 0; i < decisions.getJsonArray("evaluations").size(); i++) {
        JsonObject each = decisions.getJsonArray("evaluations").getJsonObject(i);
        JsonObject answer = server.post("/access/v1/evaluations", each.getJsonObject("request"));
        if (!each.getJsonArray("expected").equals(answer.getJsonArray("evaluations"))) {
          differences.add("evaluations " + i);
        }
      }
    }
    return differences;
  }
}
