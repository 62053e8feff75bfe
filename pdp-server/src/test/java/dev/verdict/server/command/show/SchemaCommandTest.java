package dev.verdict.server.command.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.editor.EditorSchema;
import dev.verdict.server.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemaCommandTest {

  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource
  void aSchemaIsPrintedForEachKind(EditorSchema kind) {
    CommandRun run = CommandRun.of("schema", kind.word());

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).startsWith("{\n  \"$schema\": ").endsWith("}\n");
  }

  @Test
  void withoutAKindTheKindsAreListed() {
    assertThat(CommandRun.of("schema").out())
        .hasLineCount(EditorSchema.values().length)
        .contains("policy   *.policy.yaml                rules\n");
  }

  @Test
  void allOfThemAreWrittenIntoAFolder() throws IOException {
    Path folder = temporary.resolve("a/b");

    CommandRun run = CommandRun.of("schema", "--directory", folder.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    for (EditorSchema kind : EditorSchema.values()) {
      assertThat(Files.readString(folder.resolve(kind.word() + ".schema.json")))
          .isEqualTo(CommandRun.of("schema", kind.word()).out());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAFailure() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThat(CommandRun.of("schema", "--directory", file.resolve("below").toString()).status())
        .isEqualTo(3);
  }

  @Test
  void anUnknownKindIsAUsageErrorThatListsThem() {
    CommandRun run = CommandRun.of("schema", "rules");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).containsIgnoringCase("policy").doesNotContain("EditorSchema");
  }
}
