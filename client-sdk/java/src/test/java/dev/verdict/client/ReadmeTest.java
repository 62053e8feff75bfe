package dev.verdict.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.client.PdpException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReadmeTest {

  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void whatTheReadmeShowsCompiles() throws IOException {
    String compiled =
        withoutBlanks(
            Files.readString(Path.of("src/test/java/dev/verdict/client/ReadmeSnippets.java")));
    List<String> snippets =
        SNIPPET.matcher(readme()).results().map(snippet -> snippet.group(1)).toList();

    assertThat(snippets).hasSizeGreaterThan(5);
    assertThat(snippets)
        .allSatisfy(snippet -> assertThat(compiled).contains(withoutBlanks(snippet)));
  }

  @Test
  void theReadmeTellsOfEveryKindOfFailureWhatComesOfIt() throws IOException {
    List<String> lines = readme().lines().toList();

    for (Kind kind : Kind.values()) {
      String outcome =
          kind.becomesDeny()
              ? "| throws | deny, reason `" + kind.reasonCode() + "` |"
              : "| throws | throws |";
      assertThat(lines)
          .anyMatch(line -> line.contains("`" + kind.name() + "`") && line.endsWith(outcome));
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static String withoutBlanks(String code) {
    return code.replaceAll("\\s", "");
  }
}
