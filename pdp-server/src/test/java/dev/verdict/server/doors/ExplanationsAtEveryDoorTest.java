package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.doors.TokenCaller.Reply;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much an explanation tells, at every door. */
class ExplanationsAtEveryDoorTest {

  private static final CallerRights EXPLAINING =
      new CallerRights(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          CallerRights.LEAST.asserts(),
          Set.of(),
          false,
          Set.of(CallRight.EXPLAIN));

  @TempDir private Path policies;
  @TempDir private Path keys;

  /** Before, the answer to 138 bytes had 295 KB. */
  @Test
  void manyRulesDoNotMakeALongAnswer() throws Exception {
    StoredInvoices.in(policies);
    var rules = new StringBuilder("policy: report\nresource: report\nrules:\n");
    for (int i = 0; i < 1_500; i++) {
      rules.append("  - permit: read\n    id: number-").append(i);
      rules.append("\n    when: resource.id == 'report ").append(i).append("'\n");
    }
    Files.writeString(policies.resolve("report.policy.yaml"), rules);
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      TokenQuestion question =
          new TokenQuestion().action("read").resource("report", "report 1400", "tenant", "acme");

      List<Reply> replies = caller.ask(Holders.token("anna"), question.explain());

      assertThat(replies).extracting(Reply::reason).containsExactly("permitted", "permitted");
      for (Reply reply : replies) {
        assertThat(reply.text().getBytes(StandardCharsets.UTF_8).length).isLessThan(66_000);
        assertThat(reply.text())
            .containsPattern("\"?left_out\"?: ?1300")
            .contains("number-1400", "number-198")
            .doesNotContain("number-199\"", "number-1499");
      }
    }
  }

  @Test
  void noStoredValueIsShownAndWhatIsSaidInVainIsNamed() throws Exception {
    StoredInvoices.in(policies);
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      String token = Holders.token("anna");
      TokenQuestion pay =
          TokenQuestion.toRead("a1", "owner", "anna", "note", "please").action("pay").explain();
      TokenQuestion attack = TokenQuestion.toRead("g1", "tenant", "acme").explain();

      assertThat(caller.ask(token, pay))
          .allMatch(reply -> reply.reason().equals("no_rule_matched"))
          .allMatch(reply -> reply.text().contains("ignored"))
          .allMatch(reply -> reply.text().contains("resource.note\""))
          .allMatch(reply -> reply.text().contains("resource.owner\""))
          .noneMatch(reply -> reply.text().contains("carol-of-acme"))
          .noneMatch(reply -> reply.text().contains("the-secret-note"));
      assertThat(caller.ask(token, attack))
          .allMatch(reply -> reply.reason().equals("tenant_mismatch"))
          .allMatch(reply -> reply.text().contains("resource.tenant\""))
          .noneMatch(reply -> reply.text().contains("globex"));
    }
  }

  private VerdictServer server() throws Exception {
    return RunningServer.of(policies, Holders.identity(keys, Map.of("anna", EXPLAINING)));
  }
}
