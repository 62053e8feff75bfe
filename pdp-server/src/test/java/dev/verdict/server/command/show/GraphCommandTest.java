package dev.verdict.server.command.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphCommandTest {

  @TempDir private Path temporary;
  private String folder = "";

  @BeforeEach
  void repository() {
    folder = SmallRepository.in(temporary.resolve("policies")).folder();
  }

  @Test
  void textShowsForEachActionWhatIsConsideredInItsOrder() {
    CommandRun run = CommandRun.of("graph", folder);

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .isEqualTo(
            """
            document: delete
            ├── tenant guard: `resource.tenant` is the subject's tenant
            ├── deny `locked` (document.policy.yaml:10)
            │   ├── when resource.locked ?? false
            │   └── because the document is locked
            └── otherwise deny
            document: read
            ├── tenant guard: `resource.tenant` is the subject's tenant
            ├── deny `locked` (document.policy.yaml:10)
            │   ├── when resource.locked ?? false
            │   └── because the document is locked
            ├── permit `owner-reads` (document.policy.yaml:4)
            │   ├── when resource.owner == subject.id
            │   ├── fields: all but `secret`
            │   └── obligation: audit
            └── otherwise deny
            """);
  }

  @Test
  void jsonSaysTheSame() {
    CommandRun run = CommandRun.of("graph", folder, "--action", "read", "--output", "json");

    assertThat(run.out())
        .isEqualTo(
            """
            {"actions":[{"resource":"document","action":"read","tenantAttribute":"tenant",\
            "grants":[],"rules":[\
            {"effect":"deny","policy":"document","rule":"locked","file":"document.policy.yaml",\
            "line":10,"target":{},"when":"resource.locked ?? false","let":{},\
            "fields":{"except":[]},"obligations":[],"advice":[],\
            "because":"the document is locked"},\
            {"effect":"permit","policy":"document","rule":"owner-reads",\
            "file":"document.policy.yaml","line":4,"target":{},\
            "when":"resource.owner == subject.id","let":{},"fields":{"except":["secret"]},\
            "obligations":["audit"],"advice":[]}]}]}
            """);
  }

  @Test
  void dotIsAChainForEachAction() {
    CommandRun run = CommandRun.of("graph", folder, "--action", "read", "--output", "dot");

    assertThat(run.out())
        .startsWith("digraph policies {\n")
        .contains("n0 [label=\"document: read\\l\"", "n0 -> n1", "n1 -> n2", "n2 -> n3", "n3 -> n4")
        .doesNotContain("n4 ->")
        .endsWith("}\n");
  }

  @Test
  void anUnknownNameIsAUsageErrorWithAdvice() {
    assertThat(CommandRun.of("graph", folder, "--resource", "documnt"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                """
                verdict graph: there is no resource type `documnt`; did you mean `document`?
                see `verdict graph --help`
                """));
    assertThat(CommandRun.of("graph", folder, "--action", "zzz").status()).isEqualTo(2);
  }

  @Test
  void policiesWithErrorsAreNotShown() {
    SmallRepository.in(temporary.resolve("policies")).write("schema.yaml", "subjects: {}\n");

    CommandRun run = CommandRun.of("graph", folder);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error[");
  }
}
