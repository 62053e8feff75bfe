package dev.verdict.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingRunTest {

  @Test
  void aRunAsksAtBothDoorsAndEndsByItself() {
    var serving = new AtomicInteger();

    boolean succeeded =
        new TrainingRun("../policies-examples/invoicing", serving::incrementAndGet).succeeds();

    assertThat(succeeded).isTrue();
    assertThat(serving).hasValue(1);
  }

  @Test
  void aRunOverABrokenRepositoryFails(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("schema.yaml"), "nonsense: here\n");
    var serving = new AtomicInteger();

    boolean succeeded = new TrainingRun(folder.toString(), serving::incrementAndGet).succeeds();

    assertThat(succeeded).isFalse();
    assertThat(serving).hasValue(0);
  }
}
