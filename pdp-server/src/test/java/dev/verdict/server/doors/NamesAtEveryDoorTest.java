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

/** Names that applications have already, and actions that nobody declared, at every door. */
class NamesAtEveryDoorTest {

  @TempDir private Path policies;
  @TempDir private Path keys;

  private final String token = Holders.token("anna");

  @BeforeEach
  void foreignNames() throws Exception {
    Files.writeString(
        policies.resolve("schema.yaml"),
        """
        subjects:
          user: { attributes: { tenant: string } }
        resources:
          mcp-tool:
            actions: { open: true, search: {} }
            attributes: { tenant: string, note: string? }
          album:object:
            actions: { open: true }
            attributes: { tenant: string, x-team: string?, case: string? }
          App::File: { actions: [read], attributes: { tenant: string } }
        """);
    Files.writeString(
        policies.resolve("tool.policy.yaml"),
        """
        policy: tool
        resource: mcp-tool
        rules:
          - { permit: '*', id: all, fields: [note] }
          - { deny: 'admin/*', id: no-admin }
          - { deny: drop_table, id: no-drop }
        """);
    Files.writeString(
        policies.resolve("album.policy.yaml"),
        """
        policy: album
        resource: album:object
        rules:
          - permit: 's3:*'
            id: team
            when: (resource.'x-team' ?? '') == 'blue' && (resource.case ?? 'open') == 'open'
        """);
    Files.writeString(
        policies.resolve("file.policy.yaml"),
        """
        policy: file
        resource: App::File
        rules: [{ permit: read, id: all }]
        """);
  }

  @Test
  void theSameIsSaidOfEveryName() throws Exception {
    try (VerdictServer server =
            RunningServer.of(policies, Holders.identity(keys, Map.of("anna", CallerRights.LEAST)));
        var caller = new TokenCaller(server)) {
      assertReason(caller, tool("search"), "permitted");
      assertReason(caller, tool("query"), "fields_not_granted");
      assertReason(caller, tool("admin/users"), "denied_by_rule");
      assertReason(caller, tool("Admin/users"), "unknown_action");
      assertReason(caller, tool("drop_table"), "denied_by_rule");
      assertReason(caller, tool("dropTable"), "unknown_action");
      assertReason(caller, tool("x/../admin/users"), "unknown_action");
      assertReason(caller, tool("admin/*"), "unknown_action");
      assertReason(caller, album("s3:GetObject", "x-team", "blue"), "permitted");
      assertReason(caller, album("s3:GetObject", "x-team", "red"), "no_rule_matched");
      assertReason(
          caller, album("s3:GetObject", "x-team", "blue", "case", "shut"), "no_rule_matched");
      assertReason(caller, album("S3:GetObject", "x-team", "blue"), "unknown_action");
      assertReason(
          caller,
          new TokenQuestion().action("read").resource("App::File", "a:b", "tenant", "acme"),
          "permitted");
      assertThat(caller.ask(token, tool("dropTable")))
          .extracting(Reply::text)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .contains("it differs from `drop_table` only in upper and lower case"));
    }
  }

  private void assertReason(TokenCaller caller, TokenQuestion question, String reason)
      throws Exception {
    assertThat(caller.ask(token, question)).extracting(Reply::reason).containsOnly(reason);
  }

  private static TokenQuestion tool(String action) {
    return new TokenQuestion().action(action).resource("mcp-tool", "t", "tenant", "acme");
  }

  private static TokenQuestion album(String action, String... properties) {
    String[] all = new String[properties.length + 2];
    all[0] = "tenant";
    all[1] = "acme";
    System.arraycopy(properties, 0, all, 2, properties.length);
    return new TokenQuestion().action(action).resource("album:object", "o", all);
  }
}
