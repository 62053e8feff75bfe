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

/** What a rule computes of one question is told with its answer and with no other, everywhere. */
class ComputedReasonsAtEveryDoorTest {

  @TempDir private Path policies;
  @TempDir private Path keys;

  private final String token = Holders.token("anna");

  @BeforeEach
  void rulesComputeWhatTheySay() throws Exception {
    StoredInvoices.in(policies);
    Files.writeString(
        policies.resolve("report.policy.yaml"),
        """
        policy: report
        resource: report
        rules:
          - { permit: read, id: everybody }
          - { deny: read, id: first, because: { expression: "concat('not ', resource.id)" } }
          - { deny: read, id: second, because: { expression: "concat('nor ', resource.id)" } }
        """);
  }

  @Test
  void everyDoorTellsWhatIsComputedForTheQuestion() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      for (String report : new String[] {"r-1", "r-2", "r-1"}) {
        for (Reply reply : caller.ask(token, about(report))) {
          assertThat(reply.text()).contains("\"not " + report + "\"").doesNotContain("nor ");
        }
      }
    }
  }

  @Test
  void detailsAndBatchesTellThemToo() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      for (Reply reply : caller.ask(token, about("r-1").details())) {
        assertThat(reply.text()).contains("\"not r-1\"", "\"nor r-1\"");
      }
      Reply http = caller.batchOverHttp(token, about("r-1").details(), about("r-2").details());
      Reply grpc = caller.batchOverGrpc(token, about("r-1").details(), about("r-2").details());
      assertThat(http.text()).contains("not r-1", "nor r-1", "not r-2", "nor r-2");
      assertThat(grpc.text()).contains("not r-1", "nor r-1", "not r-2", "nor r-2");
    }
  }

  private static TokenQuestion about(String report) {
    return new TokenQuestion().action("read").resource("report", report, "tenant", "acme");
  }

  private VerdictServer server() throws Exception {
    return RunningServer.of(policies, Holders.identity(keys, Map.of("anna", CallerRights.LEAST)));
  }
}
