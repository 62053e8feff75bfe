package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.doors.TokenCaller.Reply;
import dev.verdict.server.rights.CallerRights;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever acts in a call acts in each of its questions, whatever way their subject is named: what
 * the subject alone may do is denied to `robot`.
 */
class ActorsAtEveryDoorTest {

  private final TokenQuestion question = TokenQuestion.toRead("a1");
  private String ofTheRobot = "";
  private String ofBob = "";
  private String ofBobByTheHelper = "";

  @TempDir private Path policies;
  @TempDir private Path keys;

  @BeforeEach
  void makeTokens() {
    ofTheRobot = Holders.token("alice", "robot");
    ofBob = Holders.token("bob");
    ofBobByTheHelper = Holders.token("bob", "helper");
  }

  @Test
  void anActorStaysWhateverSubjectTheQuestionNames() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      assertThat(reasons(caller, Holders.token("alice"), question)).containsOnly("permitted");
      assertThat(reasons(caller, Holders.token("alice"), passing(ofBob))).containsOnly("permitted");

      assertThat(reasons(caller, ofTheRobot, question)).containsOnly("denied_by_rule");
      assertThat(reasons(caller, ofTheRobot, passing(ofBob))).containsOnly("denied_by_rule");
      assertThat(reasons(caller, ofTheRobot, passing(ofTheRobot))).containsOnly("denied_by_rule");
      assertThat(reasons(caller, ofTheRobot, TokenQuestion.toRead("a1").subject("alice")))
          .containsOnly("denied_by_rule");
      assertThat(reasons(caller, ofTheRobot, passing(ofBobByTheHelper)))
          .containsOnly("not_entitled");
      assertThat(reasons(caller, ofTheRobot, TokenQuestion.toRead("a1").actor("helper")))
          .containsOnly("not_entitled");
    }
  }

  @Test
  void theActorOfAPassedTokenStaysToo() throws Exception {
    String byTheRobot = Holders.token("bob", "robot");
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      for (String who : List.of("alice", "gateway")) {
        assertThat(reasons(caller, Holders.token(who), passing(byTheRobot)))
            .containsOnly("denied_by_rule");
      }
      assertThat(reasons(caller, Holders.token("gateway"), passing(byTheRobot).actor("helper")))
          .containsOnly("not_entitled");
    }
  }

  /** A gateway that somebody acts for has no rights of its own left. */
  @Test
  void theActorOfATrustedCallerStaysToo() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      String token = Holders.token("gateway", "robot");

      assertThat(reasons(caller, token, passing(ofBob))).containsOnly("denied_by_rule");
      assertThat(
              reasons(caller, token, TokenQuestion.toRead("a1").subject("bob", "tenant", "acme")))
          .containsOnly("not_entitled");
    }
  }

  @Test
  void inABatchItStaysInEveryItemAndWithEveryDefault() throws Exception {
    try (VerdictServer server = server();
        var caller = new TokenCaller(server)) {
      List<TokenQuestion> items =
          List.of(
              new TokenQuestion(),
              new TokenQuestion().subjectToken(ofBob),
              new TokenQuestion().subject("alice"),
              new TokenQuestion().subjectToken(ofBobByTheHelper));

      assertThat(caller.askAll(ofTheRobot, passing(ofBob), items))
          .containsOnly(
              List.of("denied_by_rule", "denied_by_rule", "denied_by_rule", "not_entitled"));
      assertThat(caller.askAll(ofTheRobot, question, items))
          .containsOnly(
              List.of("denied_by_rule", "denied_by_rule", "denied_by_rule", "not_entitled"));
      assertThat(caller.askAll(Holders.token("alice"), passing(ofTheRobot), items))
          .containsOnly(List.of("denied_by_rule", "permitted", "permitted", "permitted"));
    }
  }

  private static TokenQuestion passing(String subjectToken) {
    return TokenQuestion.toRead("a1").subjectToken(subjectToken);
  }

  private static List<String> reasons(TokenCaller caller, String token, TokenQuestion question)
      throws Exception {
    return caller.ask(token, question).stream().map(Reply::reason).toList();
  }

  private VerdictServer server() throws Exception {
    return RunningServer.of(
        StoredInvoices.in(policies), Holders.identity(keys, Map.of("gateway", CallerRights.ALL)));
  }
}
