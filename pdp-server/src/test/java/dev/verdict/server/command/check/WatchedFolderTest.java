package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import dev.verdict.server.command.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code --watch} on a folder whose files change, as an author runs it. */
final class WatchedFolderTest {

  private static final String TESTS = "tests/document.test.yaml";

  @TempDir private Path temporary;

  private final Transcript out = new Transcript();
  private final Transcript err = new Transcript();

  /** What an author does while the command runs. */
  private interface Author {
    void edit(SmallRepository repository) throws InterruptedException, IOException;
  }

  private void watch(String name, Author author) throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    CommandLine line = CommandRun.line(() -> () -> {}, out, err);
    var command = new FutureTask<>(() -> line.execute(name, repository.folder(), "--watch"));
    var watching = new Thread(command, "verdict " + name + " --watch");
    watching.start();
    try {
      author.edit(repository);
    } finally {
      watching.interrupt();
    }
    assertThat(command.get(30, TimeUnit.SECONDS)).isEqualTo(0);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void policiesAreCheckedAgainWheneverAFileChanges() throws Exception {
    watch(
        "validate",
        repository -> {
          out.await("no errors: 3 files, 1 policy, 2 rules\nwatching; Ctrl-C ends it\n");

          repository.write("document.policy.yaml", "policy: [");
          out.await("\nchanged: document.policy.yaml\n.*error.yaml-syntax(?s:.*)not loaded\n");

          repository.write("document.policy.yaml", SmallRepository.POLICY);
          out.await("\nchanged: document.policy.yaml\nno errors: 3 files, 1 policy, 2 rules\n");
        });
  }

  @Test
  void testsRunAgainWheneverAFileChanges() throws Exception {
    watch("test", this::testAgain);
  }

  private void testAgain(SmallRepository repository) throws InterruptedException, IOException {
    out.await("3 tests, all passed\nwatching; Ctrl-C ends it\n");

    repository.write(TESTS, SmallRepository.tests("deny"));
    out.await("\nchanged: " + TESTS + "\nFAILED  the owner reads(?s:.*)\n3 tests, 1 failed\n");

    repository.write("document.policy.yaml", "policy: [");
    out.await(
        "\nchanged: document.policy.yaml\ndocument.policy.yaml:1:10: error(?s:.*)not loaded\n");

    repository.write("document.policy.yaml", SmallRepository.POLICY);
    out.await("\nchanged: document.policy.yaml\nFAILED  the owner reads(?s:.*) 1 failed\n");

    repository.write(TESTS, SmallRepository.tests("permit"));
    out.await("\nchanged: " + TESTS + "\nok      the owner reads .*\n3 tests, all passed\n");

    Files.delete(Path.of(repository.folder(), TESTS));
    out.await("\nremoved: " + TESTS + "\nno tests\n");
  }
}
