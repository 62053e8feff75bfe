package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.doors.TokenCaller.Reply;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller may not do is refused at every door, by the name of the right that it lacks. */
class RightsAtEveryDoorTest {

  private static final Set<Part> USUAL = CallerRights.LEAST.asserts();
  private static final Set<CallRight> EVALUATE = Set.of(CallRight.EVALUATE);

  @TempDir private Path policies;
  @TempDir private Path keys;

  private record Row(String right, CallerRights rights, TokenQuestion question) {}

  /** Each costs a signature, so that a batch cannot bring as many as it has items. */
  @Test
  void aBatchBringsSixteenDifferentSubjectTokensAtMost() throws Exception {
    var items = new ArrayList<TokenQuestion>();
    for (int i = 0; i < 17; i++) {
      items.add(TokenQuestion.toRead("a1").subjectToken(Holders.token("user-" + i)));
    }
    try (VerdictServer server = server(Map.of());
        var caller = new TokenCaller(server)) {
      assertThat(caller.refused(Holders.token("alice"), items))
          .extracting(Reply::reason)
          .containsExactly("400", "INVALID_ARGUMENT");
      assertThat(caller.refused(Holders.token("alice"), items))
          .allMatch(reply -> reply.text().contains("16 different subject tokens"));
    }
  }

  /** An ordinary token, an invoice that is stored as another tenant's, and the caller's own. */
  @Test
  void nobodyTakesAStoredInvoiceIntoTheirTenant() throws Exception {
    try (VerdictServer server = server(Map.of("gateway", CallerRights.ALL));
        var caller = new TokenCaller(server)) {
      for (String who : List.of("alice", "gateway")) {
        String token = Holders.token(who);
        TokenQuestion attack = TokenQuestion.toRead("g1", "tenant", "acme");

        assertThat(caller.ask(token, attack))
            .extracting(Reply::reason)
            .containsExactly("tenant_mismatch", "tenant_mismatch");
        assertThat(caller.askAll(token, attack, List.of(new TokenQuestion())))
            .containsExactly(List.of("tenant_mismatch"), List.of("tenant_mismatch"));
      }
    }
  }

  @Test
  void whatACallerMayNotDoIsNotEntitled() throws Exception {
    var rights = new HashMap<String, CallerRights>();
    rows().forEach(row -> rights.put("without " + row.right(), row.rights()));
    rights.put("with all", CallerRights.ALL);
    try (VerdictServer server = server(rights);
        var caller = new TokenCaller(server)) {
      for (Row row : rows()) {
        List<Reply> refused = caller.ask(Holders.token("without " + row.right()), row.question());

        assertThat(refused)
            .as(row.right())
            .allMatch(reply -> reply.reason().equals("not_entitled"))
            .allMatch(reply -> reply.text().contains("`" + row.right()))
            .noneMatch(reply -> reply.text().contains("sent"));
        assertThat(caller.ask(Holders.token("with all"), row.question()))
            .as(row.right())
            .extracting(Reply::reason)
            .containsExactly("permitted", "permitted");
      }
    }
  }

  /** Item by item: the others are answered. */
  @Test
  void inABatchItIsTheItemThatIsNotEntitled() throws Exception {
    var rights = new HashMap<String, CallerRights>();
    List<Row> rows = rows().stream().filter(row -> !row.right().contains("explain")).toList();
    rows.forEach(row -> rights.put("without " + row.right(), row.rights()));
    try (VerdictServer server = server(rights);
        var caller = new TokenCaller(server)) {
      for (Row row : rows) {
        String token = Holders.token("without " + row.right());
        String free = row.right().startsWith("must-pass") ? "not_entitled" : "permitted";

        assertThat(
                caller.askAll(
                    token,
                    TokenQuestion.toRead("a1"),
                    List.of(new TokenQuestion(), row.question())))
            .as(row.right())
            .allMatch(reasons -> reasons.get(1).equals("not_entitled"))
            .allMatch(reasons -> row.right().startsWith("may-call") || reasons.get(0).equals(free));
      }
    }
  }

  private static List<Row> rows() {
    return List.of(
        new Row(
            "may-ask-about: resource-types",
            about(Optional.of(Set.of("invoice")), Optional.empty(), Optional.empty()),
            new TokenQuestion().action("read").resource("report", "r", "tenant", "acme")),
        new Row(
            "may-ask-about: actions",
            about(Optional.empty(), Optional.of(Set.of("read")), Optional.empty()),
            TokenQuestion.toRead("new", "tenant", "acme", "note", "please").action("pay")),
        new Row(
            "may-ask-about: tenants",
            about(Optional.empty(), Optional.empty(), Optional.of(Set.of("acme"))),
            TokenQuestion.toRead("new", "tenant", "sent").subject("x", "tenant", "sent")),
        new Row(
            "may-assert: subject",
            asserting(USUAL),
            TokenQuestion.toRead("a1").subject("sent", "tenant", "acme")),
        new Row("may-assert: actor", asserting(USUAL), TokenQuestion.toRead("a1").actor("helper")),
        new Row(
            "may-assert: resource",
            asserting(EnumSet.of(Part.ACTION, Part.CONTEXT)),
            TokenQuestion.toRead("a1", "owner", "sent")),
        new Row(
            "may-assert: action",
            asserting(EnumSet.of(Part.RESOURCE, Part.CONTEXT)),
            TokenQuestion.toRead("a1").action("read", "how", "sent")),
        new Row(
            "may-assert: context",
            asserting(EnumSet.of(Part.RESOURCE, Part.ACTION)),
            TokenQuestion.toRead("a1").context("device", "sent")),
        new Row("must-pass-subject-token", passing(), TokenQuestion.toRead("a1")),
        new Row(
            "may-call: evaluate", calling(Set.of(CallRight.EXPLAIN)), TokenQuestion.toRead("a1")),
        new Row("may-call: explain", calling(EVALUATE), TokenQuestion.toRead("a1").explain()));
  }

  private static CallerRights about(
      Optional<Set<String>> types, Optional<Set<String>> actions, Optional<Set<String>> tenants) {
    return new CallerRights(
        types, actions, tenants, EnumSet.allOf(Part.class), Set.of(), false, EVALUATE);
  }

  private static CallerRights asserting(Set<Part> parts) {
    return rights(parts, false, EVALUATE);
  }

  private static CallerRights passing() {
    return rights(USUAL, true, EVALUATE);
  }

  private static CallerRights calling(Set<CallRight> calls) {
    return rights(USUAL, false, calls);
  }

  private static CallerRights rights(Set<Part> asserts, boolean passes, Set<CallRight> calls) {
    return new CallerRights(
        Optional.empty(), Optional.empty(), Optional.empty(), asserts, Set.of(), passes, calls);
  }

  private VerdictServer server(Map<String, CallerRights> rights) throws Exception {
    return RunningServer.of(StoredInvoices.in(policies), Holders.identity(keys, rights));
  }
}
