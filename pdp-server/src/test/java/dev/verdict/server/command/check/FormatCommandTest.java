package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FormatCommandTest {

  private static final String UNTIDY = "policy: a # its name\nrules: [ ]\n";
  private static final String TIDY = "policy: a  # its name\nrules: []\n";

  @TempDir private Path temporary;

  @Test
  void filesAreFormattedInPlace() throws IOException {
    Path untidy = write("a.policy.yaml", UNTIDY);
    Path tidy = write("b.policy.yaml", TIDY);

    CommandRun run = CommandRun.of("fmt", temporary.toString());

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).isEqualTo("formatted: " + untidy + "\n2 files read, 1 formatted\n");
    assertThat(untidy).hasContent(TIDY);
    assertThat(tidy).hasContent(TIDY);
  }

  @Test
  void nothingIsLeftToFormatAfterwards() throws IOException {
    write("a.policy.yaml", UNTIDY);

    CommandRun.of("fmt", temporary.toString());

    assertThat(CommandRun.of("fmt", "--check", temporary.toString()))
        .isEqualTo(new CommandRun(0, "1 file checked, 0 not formatted\n", ""));
  }

  @Test
  void aCheckChangesNothingAndSaysNo() throws IOException {
    Path untidy = write("a.policy.yaml", UNTIDY);

    CommandRun run = CommandRun.of("fmt", "--check", temporary.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo("not formatted: " + untidy + "\n1 file checked, 1 not formatted\n");
    assertThat(untidy).hasContent(UNTIDY);
  }

  @Test
  void aDiffShowsWhatWouldChangeAndChangesNothing() throws IOException {
    Path untidy = write("a.policy.yaml", UNTIDY);
    write("b.policy.yaml", TIDY);

    CommandRun run = CommandRun.of("fmt", "--diff", temporary.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            --- %s
            +++ %s
            @@ -1,2 +1,2 @@
            -policy: a # its name
            -rules: [ ]
            +policy: a  # its name
            +rules: []
            2 files checked, 1 not formatted
            """
                .formatted(untidy, untidy));
    assertThat(untidy).hasContent(UNTIDY);
    assertThat(CommandRun.of("fmt", "--check", "--diff", temporary.toString())).isEqualTo(run);
  }

  @Test
  void aDiffOfWhatIsFormattedIsEmpty() throws IOException {
    write("a.policy.yaml", TIDY);

    assertThat(CommandRun.of("fmt", "--diff", temporary.toString()))
        .isEqualTo(new CommandRun(0, "1 file checked, 0 not formatted\n", ""));
  }

  @Test
  void aDiffInJsonIsWhatAPatchNeeds() throws IOException {
    write("a.policy.yaml", "policy: a\nrules: [ ]\t# none\n");

    assertThat(CommandRun.of("fmt", "--diff", "--output", "json", temporary.toString()).out())
        .contains(
            "\\u000a-rules: [ ]\\u0009# none\\u000a+rules: []  # none\\u000a\",\"diagnostics\":[]");
  }

  @Test
  void aFileWithErrorsIsReportedAndLeftAloneWhileOthersAreFormatted() throws IOException {
    Path broken = write("a.policy.yaml", "rules: [a\n");
    Path untidy = write("b.policy.yaml", UNTIDY);

    CommandRun run = CommandRun.of("fmt", temporary.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(broken + ":2:1: error[yaml-syntax]")
        .endsWith("2 files read, 1 formatted, 1 error\n");
    assertThat(broken).hasContent("rules: [a\n");
    assertThat(untidy).hasContent(TIDY);
  }

  @Test
  void aFileThatIsNotTextIsReportedAndLeftAlone() throws IOException {
    byte[] noText = {'a', (byte) 0xc3, '('};
    Path file = Files.write(temporary.resolve("a.policy.yaml"), noText);

    assertThat(CommandRun.of("fmt", temporary.toString()).status()).isEqualTo(1);
    assertThat(CommandRun.of("fmt", file.toString()).out())
        .contains(file + ":1:1: error[file-unreadable]");
    assertThat(file).hasBinaryContent(noText);
  }

  @Test
  void inAFolderOnlyThePartsOfARepositoryAreFormatted() throws IOException {
    Path foreign = write("docker-compose.yaml", UNTIDY);

    assertThat(CommandRun.of("fmt", temporary.toString()).out())
        .isEqualTo("0 files read, 0 formatted\n");
    assertThat(foreign).hasContent(UNTIDY);
    assertThat(CommandRun.of("fmt", foreign.toString()).status()).isEqualTo(0);
    assertThat(foreign).hasContent(TIDY);
  }

  @Test
  void whoMayReadAFileStaysAsItWasAndNothingElseIsLeftBehind() throws IOException {
    Path file = write("a.policy.yaml", UNTIDY);
    Set<PosixFilePermission> access = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file, access);

    CommandRun.of("fmt", file.toString());

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(access);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = write("a.policy.yaml", UNTIDY);
    Path link = Files.createSymbolicLink(temporary.resolve("b.policy.yaml"), file);

    CommandRun.of("fmt", link.toString());

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent(TIDY);
  }

  @Test
  void jsonListsWhatChangedAndWhatIsWrong() throws IOException {
    Path broken = write("a.policy.yaml", "rules: [a\n");
    Path untidy = write("b.policy.yaml", UNTIDY);

    CommandRun run = CommandRun.of("fmt", "--check", "--output", "json", temporary.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"changed\":[\"" + untidy + "\"],\"diagnostics\":[{\"severity\":\"error\"")
        .contains("\"file\":\"" + broken + "\"");
  }

  @Test
  void aPathThatLeadsNowhereIsAFailure() {
    CommandRun run = CommandRun.of("fmt", temporary.resolve("nowhere").toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith("verdict fmt: there is no directory").hasLineCount(1);
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("..", "policies-examples"))) {
      return folders.filter(each -> Files.exists(each.resolve("schema.yaml"))).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesAreFormatted(Path example) {
    assertThat(CommandRun.of("fmt", "--check", example.toString()).out())
        .endsWith(" files checked, 0 not formatted\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text);
  }
}
