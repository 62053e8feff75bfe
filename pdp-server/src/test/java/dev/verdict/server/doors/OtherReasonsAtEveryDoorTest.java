package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.doors.TokenCaller.Reply;
import dev.verdict.server.rights.CallerRights;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several rules say against one request, at every door. */
class OtherReasonsAtEveryDoorTest {

  private static final int RULES = 30;

  @TempDir private Path policies;
  @TempDir private Path keys;

  private final String token = Holders.token("anna");

  @BeforeEach
  void manyRulesDeny() throws Exception {
    StoredInvoices.in(policies);
    var rules = new StringBuilder("policy: report\nresource: report\nrules:\n");
    rules.append("  - { permit: read, id: everybody }\n");
    for (int i = 0; i < RULES; i++) {
      rules.append("  - { deny: read, id: no-").append(i).append(", because: it is bad ");
      rules.append(i).append(" }\n");
    }
    Files.writeString(policies.resolve("report.policy.yaml"), rules);
  }

  @Test
  void theFirstReasonComesAlone() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      for (Reply reply : caller.ask(token, question())) {
        assertThat(reply.reason()).isEqualTo("denied_by_rule");
        assertThat(reply.text()).contains("it is bad 0\"").doesNotContain("it is bad 1\"", "other");
      }
    }
  }

  @Test
  void detailsTellTheOthersUpToTwentyAndCountTheRest() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      for (Reply reply : caller.ask(token, question().details())) {
        assertThat(reply.reason()).isEqualTo("denied_by_rule");
        assertThat(reply.text())
            .contains("it is bad 0\"", "it is bad 1\"", "it is bad 20\"", "no-20")
            .doesNotContain("it is bad 21\"", "explanation")
            .containsPattern("other_reasons_left_out\"?: ?9");
      }
    }
  }

  @Test
  void aBatchTellsThemForTheItemsThatAskForDetails() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      Reply http = caller.batchOverHttp(token, question().details(), question());
      Reply grpc = caller.batchOverGrpc(token, question().details(), question());

      assertThat(http.text()).containsPattern("(?s)other_reasons_left_out.*other_reasons_left_out");
      assertThat(grpc.text())
          .containsPattern("(?s)other_reasons_left_out")
          .doesNotContainPattern("(?s)other_reasons_left_out.*other_reasons_left_out");
      assertThat(caller.batchOverHttp(token, question(), question()).text())
          .doesNotContain("other_reasons");
    }
  }

  private static TokenQuestion question() {
    return new TokenQuestion().action("read").resource("report", "r", "tenant", "acme");
  }

  private VerdictServer server() throws Exception {
    return RunningServer.of(policies, Holders.identity(keys, Map.of("anna", CallerRights.LEAST)));
  }
}
