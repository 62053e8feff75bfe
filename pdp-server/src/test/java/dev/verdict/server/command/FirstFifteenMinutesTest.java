package dev.verdict.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the first chapter of {@code language.md} tells a newcomer to do, block by block. */
final class FirstFifteenMinutesTest {

  private static final Pattern BLOCK =
      Pattern.compile("```(yaml|console)\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void aNewcomerSeesWhatTheChapterShows() throws IOException {
    List<MatchResult> blocks = BLOCK.matcher(chapter()).results().toList();
    assertThat(blocks).hasSizeGreaterThan(8);
    for (MatchResult block : blocks) {
      if (block.group(1).equals("yaml")) {
        write(block.group(2));
      } else {
        ShownCommand.of(block.group(2)).forEach(this::run);
      }
    }
  }

  /** The first line of a block names its file: {@code # desks/schema.yaml}. */
  private void write(String block) throws IOException {
    assertThat(block).startsWith("# desks/");
    int end = block.indexOf('\n');
    Path file = folder.resolve(block.substring(2, end));
    Files.createDirectories(file.getParent());
    Files.writeString(file, block.substring(end + 1));
  }

  private void run(ShownCommand shown) {
    String own = folder.resolve("desks").toString();
    CommandRun run = CommandRun.of(shown.arguments().replace(" desks", " " + own).split(" "));

    assertThat(run.out() + run.err())
        .as(shown.arguments())
        .matches(ShownCommand.pattern(shown.output()));
  }

  private static String chapter() throws IOException {
    String page = Files.readString(Path.of("..", "policy-language", "docs", "language.md"));
    return page.substring(
        page.indexOf("## The first fifteen minutes"), page.indexOf("## A policy repository"));
  }
}
