package dev.verdict.server.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.ask.ReplCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Runs every command of {@code docs/authoring.md} and compares what it prints. */
final class AuthoringGuideTest {

  private static final Pattern CONSOLE = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern CONVERSATION =
      Pattern.compile("```repl\\n\\$ \\./verdict repl (\\S+)\\n(.*?)```", Pattern.DOTALL);

  /** Where the guide's own repository is written. */
  @TempDir private Path temporary;

  static List<ShownCommand> commands() throws IOException {
    return CONSOLE
        .matcher(guide())
        .results()
        .flatMap(block -> ShownCommand.of(block.group(1)).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandPrintsWhatTheGuideShows(ShownCommand shown) throws IOException {
    String arguments = shown.arguments();
    Path folder = temporary.resolve("my-policies");
    String own = folder.toString();
    if (arguments.contains("my-policies") && !arguments.startsWith("init ")) {
      CommandRun.of("init", own);
    }
    if (arguments.startsWith("diff ")) {
      commitAndEdit(folder);
    }
    String printed =
        CommandRun.of(
                arguments
                    .replace("policies-", "../policies-")
                    .replace("my-policies", own)
                    .split(" "))
            .out();

    assertThat(printed.replace("../policies-", "policies-").replace(own, "my-policies"))
        .matches(ShownCommand.pattern(shown.output()));
  }

  /** An edit of what `verdict init` wrote and was committed. */
  private static void commitAndEdit(Path folder) throws IOException {
    CommittedFolder.commit(folder);
    Path policy = folder.resolve("document.policy.yaml");
    Files.writeString(
        policy,
        Files.readString(policy)
            .replace(
                "permit: update\n    id: editors-update",
                "permit: [update, delete]\n    id: editors-update"));
  }

  /** Lines with {@code >} are said, all others answered. */
  @Test
  void aConversationGoesAsTheGuideShows() throws IOException {
    Matcher shown = CONVERSATION.matcher(guide());
    assertThat(shown.find()).isTrue();
    List<String> lines = shown.group(2).lines().toList();
    String said = lines(lines.stream().filter(line -> line.startsWith("> ")), 2);
    String answered = lines(lines.stream().filter(line -> !line.startsWith("> ")), 0);
    var out = new StringWriter();

    new CommandLine(
            new ReplCommand(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8))))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(Writer.nullWriter()))
        .execute("../" + shown.group(1));

    assertThat(out.toString()).matches(ShownCommand.pattern(answered));
  }

  private static String lines(Stream<String> lines, int from) {
    return lines.map(line -> line.substring(from) + "\n").collect(joining());
  }

  @Test
  void everyCommandForAuthorsIsShown() throws IOException {
    assertThat(VerdictCommand.commandLine(() -> () -> {}).getSubcommands().keySet())
        .filteredOn(command -> !command.equals("serve"))
        .allSatisfy(command -> assertThat(guide()).contains("./verdict " + command + " "));
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("..", "docs", "authoring.md"));
  }
}
