package dev.verdict.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class HelpTest {

  static List<String> commands() {
    return List.copyOf(line().getSubcommands().keySet());
  }

  @Test
  void allCommandsAreListed() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains(
            "init",
            "serve",
            "validate",
            "test",
            "evaluate",
            "explain",
            "diff",
            "rename",
            "graph",
            "repl",
            "fmt",
            "schema");
    assertThat(commands()).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aHelpPageDescribesEveryOptionTheExitStatusAndAnExample(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.status()).isEqualTo(0);
    for (OptionSpec option : line().getSubcommands().get(command).getCommandSpec().options()) {
      assertThat(run.out()).contains(option.longestName());
      assertThat(option.description()).as(option.longestName()).isNotEmpty();
    }
    assertThat(run.out())
        .contains("Exit status:")
        .contains("\n  0   ", "\n  1   ", "\n  2   ", "\n  3   ")
        .contains("Example:\n  verdict " + command + " ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpPageDoesNotDependOnWhichOtherCommandsAreKnown(String command) {
    var withAll = new StringWriter();
    CommandRun.line(() -> () -> {}, withAll, new StringWriter()).execute(command, "--help");

    assertThat(CommandRun.of(command, "--help").out()).isEqualTo(withAll.toString());
    assertThat(line().getSubcommands().get(command).getCommandName()).isEqualTo(command);
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(CommandRun.of("--version").out()).startsWith("verdict ").hasLineCount(1);
  }

  @Test
  void anUnknownCommandIsAUsageErrorInTwoLines() {
    CommandRun run = CommandRun.of("sevre");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("`verdict --help`").hasLineCount(2);
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(CommandRun.of().status()).isEqualTo(2);
  }

  private static CommandLine line() {
    return VerdictCommand.commandLine(() -> () -> {});
  }
}
