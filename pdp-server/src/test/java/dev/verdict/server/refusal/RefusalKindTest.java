package dev.verdict.server.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalKindTest {

  private static final Path PROTOCOLS = Path.of("..", "docs", "protocols.md");

  @Test
  void theTableOfTheDocsIsThatOfTheCode() throws Exception {
    List<String> documented =
        Files.readAllLines(PROTOCOLS).stream()
            .filter(line -> line.matches("\\| [0-9]{3} \\| `[A-Z_]+` \\| `[a-z_]+` \\|.*"))
            .map(line -> line.substring(0, line.indexOf("` |", line.indexOf("` |") + 1) + 3))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(RefusalKind.values())
                .map(
                    kind ->
                        "| %d | `%s` | `%s` |"
                            .formatted(kind.httpStatus(), kind.grpcCode(), kind.reason()))
                .toList());
  }

  @Test
  void statusAndReasonTellKindsApart() {
    assertThat(Arrays.stream(RefusalKind.values()).map(RefusalKind::httpStatus))
        .allMatch(status -> status >= 400);
    assertThat(Arrays.stream(RefusalKind.values()).map(kind -> kind.httpStatus() + kind.reason()))
        .doesNotHaveDuplicates();
  }
}
