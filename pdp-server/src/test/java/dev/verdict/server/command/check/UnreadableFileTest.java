package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnreadableFileTest {

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"validate", "test"})
  void aFileThatIsNotTextIsAnErrorOfItsOwn(String command) throws IOException {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    byte[] invalid = {'a', (byte) 0xc3, '('};
    Files.write(Path.of(repository.folder(), "other.policy.yaml"), invalid);

    CommandRun run = CommandRun.of(command, repository.folder());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("other.policy.yaml:1:1: error[file-unreadable]")
        .endsWith("1 error, 0 warnings: not loaded\n");
  }
}
