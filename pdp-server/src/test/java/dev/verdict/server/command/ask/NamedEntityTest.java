package dev.verdict.server.command.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types with colons, and actions that nobody declared, on the command line. */
class NamedEntityTest {

  @TempDir private Path temporary;
  private String folder = "";

  @BeforeEach
  void typesThatApplicationsHave() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("names"));
    repository.write(
        "schema.yaml",
        """
        subjects:
          App::User: {}
          mcp:agent: {}
        resources:
          album: { tenant-isolated: false, actions: [read] }
          album:object: { tenant-isolated: false, actions: [read] }
          App::File: { tenant-isolated: false, actions: [read], attributes: { case: string? } }
          case: { tenant-isolated: false, actions: [read] }
          mcp-tool: { tenant-isolated: false, actions: { open: true } }
        """);
    for (String type : new String[] {"album", "album:object", "App::File", "case"}) {
      repository.write(
          type.replace(":", "-") + ".policy.yaml",
          """
          policy: %s
          resource: %s
          rules:
            - permit: read
              id: %s
              when: resource.id == 'a:b'
          """
              .formatted(type, type, "read-" + type));
    }
    repository.write("document.policy.yaml", TOOLS);
    repository.write("tests/document.test.yaml", "tests: []");
    folder = repository.folder();
  }

  private static final String TOOLS =
      """
      policy: tool
      resource: mcp-tool
      rules:
        - permit: 'git/*'
          id: git
        - deny: git/push
          id: no-push
      """;

  @Test
  void theLongestDeclaredTypeIsTheTypeAndTheRestTheId() {
    assertThat(rule("App::User:x", "album:a:b")).contains("`read-album`");
    assertThat(rule("App::User:x", "album:object:a:b")).contains("`read-album:object`");
    assertThat(rule("mcp:agent:x:y", "App::File:a:b")).contains("`read-App::File`");
    assertThat(rule("mcp:agent:x:y", "case:a:b")).contains("`read-case`");
  }

  @Test
  void whereNoDeclaredTypeFitsTheMessageSaysWhatWasTried() {
    CommandRun run = ask("App::User:x", "App::Fiel:1", "read");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("--resource: the schema has no resource type that `App::Fiel:1` begins with")
        .contains("tried `App::Fiel`, `App:`, `App`")
        .contains("did you mean `App::File`?");
    assertThat(ask("App::Usr:x", "album:1", "read").err())
        .contains("--subject: the schema has no subject type")
        .contains("did you mean `App::User`?");
  }

  @Test
  void oneUndeclaredTypeIsRefusedByTheDecision() {
    CommandRun run = ask("App::User:x", "albun:1", "read");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("unknown_resource_type").contains("did you mean `album`?");
  }

  @Test
  void aTypeWithoutAnIdIsNone() {
    assertThat(ask("App::User:x", "album:", "read").status()).isEqualTo(2);
    assertThat(ask("App::User:x", ":1", "read").status()).isEqualTo(2);
  }

  @Test
  void anActionOfAnOpenSetIsAskedAboutAndExplained() {
    assertThat(ask("mcp:agent:x", "mcp-tool:t", "git/log").out()).startsWith("permit: ");
    assertThat(ask("mcp:agent:x", "mcp-tool:t", "git/push").out()).startsWith("deny: ");
    assertThat(ask("mcp:agent:x", "mcp-tool:t", "git/Push").out())
        .contains("unknown_action")
        .contains("it differs from `git/push` only in upper and lower case");
  }

  @Test
  void theGraphSaysThatASetIsOpen() {
    assertThat(CommandRun.of("graph", folder, "--resource=mcp-tool").out())
        .contains("mcp-tool: git/push\n")
        .contains("mcp-tool: git/* (any other action, the set is open)\n")
        .contains("mcp-tool: * (any other action, the set is open)\n");
    assertThat(CommandRun.of("graph", folder, "--resource=mcp-tool", "--output=json").out())
        .contains("\"action\":\"git/*\",\"open\":true")
        .contains("\"action\":\"git/push\",\"grants\"");
  }

  private String rule(String subject, String resource) {
    CommandRun run = ask(subject, resource, "read");
    assertThat(run.status()).as(run.err()).isEqualTo(0);
    return run.out();
  }

  private CommandRun ask(String subject, String resource, String action) {
    return CommandRun.of(
        "evaluate", folder, "--subject=" + subject, "--action=" + action, "--resource=" + resource);
  }
}
