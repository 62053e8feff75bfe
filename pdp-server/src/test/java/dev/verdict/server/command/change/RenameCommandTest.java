package dev.verdict.server.command.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenameCommandTest {

  private static final String SENT =
      "requests have to bring it as `resource.properties.x-by`; decisions name it so among the"
          + " fields";

  @TempDir private Path folder;
  private SmallRepository repository;

  @BeforeEach
  void write() {
    repository = SmallRepository.in(folder);
  }

  @Test
  void allFilesAreWrittenAndItIsSaidWhatChangedAndWhatCallersHaveToSend() throws IOException {
    CommandRun run = rename("attribute", "document.owner", "x-by");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                """
                renamed   attribute `document.owner` to `x-by`
                changed   document.policy.yaml: 1 place
                changed   schema.yaml: 1 place
                changed   tests/document.test.yaml: 2 places
                callers   %s
                4 places in 3 files
                """
                    .formatted(SENT),
                ""));
    assertThat(Files.readString(folder.resolve("document.policy.yaml")))
        .isEqualTo(SmallRepository.POLICY.replace("resource.owner", "resource.'x-by'"));
    assertThat(CommandRun.of("test", folder.toString()).status()).isEqualTo(0);
  }

  @Test
  void aDryRunShowsTheLinesAndWritesNothing() throws IOException {
    CommandRun run = rename("attribute", "owner", "x-by", "--dry-run");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("--- document.policy.yaml\n+++ document.policy.yaml\n@@ ")
        .contains(
            "-    when: resource.owner == subject.id\n+    when: resource.'x-by' == subject.id\n")
        .endsWith("4 places in 3 files; nothing is written\n");
    assertThat(Files.readString(folder.resolve("document.policy.yaml")))
        .isEqualTo(SmallRepository.POLICY);
  }

  @Test
  void programsAreToldTheSame() {
    assertThat(rename("ACTION", "read", "see", "--output", "json").out())
        .isEqualTo(
            """
            {"written":true,"renamed":[{"kind":"action","before":"document.read","after":"see",\
            "callers":"requests have to ask for the action `see` of `document`"}],"changed":[\
            {"file":"document.policy.yaml","places":2},{"file":"schema.yaml","places":1},\
            {"file":"tests/document.test.yaml","places":3}],"look":[]}
            """);
    assertThat(rename("action", "deleet", "view", "--output", "json").out())
        .isEqualTo(
            """
            {"written":false,"refused":"there is no action `deleet`; did you mean `delete`?",\
            "places":[]}
            """);
  }

  @Test
  void whatIsInTheWayIsRefusedWithItsPlaces() throws IOException {
    repository.write(
        "document.policy.yaml",
        SmallRepository.POLICY.replace(
            "resource.owner == subject.id", "action.name =^ 're' && resource.owner == subject.id"));

    CommandRun run = rename("action", "read", "see");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                """
                refused   the new name would change what these say; change them first
                          document.policy.yaml:6:11: `action.name` looks at the letters of the name
                """,
                ""));
    assertThat(Files.readString(folder.resolve("schema.yaml"))).contains("read: {}");
  }

  @Test
  void policiesWithErrorsAreNotRenamed() {
    repository.write("tests/document.test.yaml", SmallRepository.tests("deny"));

    CommandRun run = rename("attribute", "owner", "by");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("test `the owner reads` failed")
        .endsWith("the policies have errors, so nothing is renamed; mend them first\n");
  }

  private CommandRun rename(String kind, String from, String to, String... options) {
    var arguments = new String[6 + options.length];
    System.arraycopy(
        new String[] {"rename", kind, from, to, "--directory", folder.toString()},
        0,
        arguments,
        0,
        6);
    System.arraycopy(options, 0, arguments, 6, options.length);
    return CommandRun.of(arguments);
  }
}
