package dev.verdict.server.command.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {

  @TempDir private Path temporary;

  @Test
  void whatItWritesIsValidTestedAndFormatted() {
    String folder = temporary.resolve("deep/policies").toString();

    assertThat(CommandRun.of("init", folder).status()).isEqualTo(0);

    assertThat(CommandRun.of("validate", "--strict", folder))
        .isEqualTo(new CommandRun(0, "no errors: 5 files, 1 policy, 4 rules\n", ""));
    assertThat(CommandRun.of("test", "--coverage-threshold=100%", folder).out())
        .contains("8 tests, all passed");
    assertThat(CommandRun.of("fmt", "--check", folder).out())
        .isEqualTo("5 files checked, 0 not formatted\n");
  }

  @Test
  void itSaysWhatItWroteAndWhatComesNext() {
    Path folder = temporary.resolve("p");

    assertThat(CommandRun.of("init", folder.toString()).out())
        .startsWith("wrote   " + folder.resolve("verdict.yaml") + "\n")
        .endsWith("next    verdict test " + folder + "\nnext    verdict serve " + folder + "\n");
  }

  @Test
  void theFilesAreListedAsJson() {
    Path folder = temporary.resolve("p");

    assertThat(CommandRun.of("init", "--output=json", folder.toString()).out())
        .startsWith("{\"written\":[\"" + folder.resolve("verdict.yaml") + "\",")
        .endsWith("\"]}\n");
  }

  @Test
  void aMisspeltPropertyIsRefusedByWhatItWrites() {
    String folder = temporary.resolve("p").toString();
    CommandRun.of("init", folder);

    CommandRun run =
        CommandRun.of(
            "evaluate",
            folder,
            "--subject=user:alice",
            "--subject-property=tenant=acme",
            "--action=delete",
            "--resource=document:d-1",
            "--resource-property=tenant=acme",
            "--resource-property=owner=alice",
            "--resource-property=isLocked=true");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("unknown_property", "isLocked");
  }

  @Test
  void nothingIsWrittenWhereOneOfTheFilesExists() throws IOException {
    Files.writeString(temporary.resolve("roles.yaml"), "roles: {}\n");

    CommandRun run = CommandRun.of("init", temporary.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("roles.yaml` exists; nothing was written");
    assertThat(entries()).containsExactly("roles.yaml");
  }

  @Test
  void whatWasWrittenIsTakenAwayWhereTheRestCannotBe() throws IOException {
    Files.writeString(temporary.resolve("tests"), "a file");

    CommandRun run = CommandRun.of("init", temporary.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be written; nothing was written");
    assertThat(entries()).containsExactly("tests");
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
