package dev.verdict.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestCommandTest {

  @TempDir private Path temporary;

  @Test
  void everyTestHasALineAndAPlace() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun run = CommandRun.of("test", repository.folder());

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("ok      the owner reads (tests/document.test.yaml:8)\n")
        .endsWith("3 tests, all passed\n");
  }

  @Test
  void aFailedTestSaysWhatCameInstead() {
    CommandRun run = CommandRun.of("test", withAFailingTest().folder());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAILED  the owner reads (tests/document.test.yaml:8)\n        ")
        .contains("owner-reads")
        .contains("ok      others do not")
        .endsWith("3 tests, 1 failed\n");
  }

  @Test
  void jsonHasEveryTest() {
    CommandRun run = CommandRun.of("test", withAFailingTest().folder(), "--output=json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"passed\":false")
        .contains("\"name\":\"the owner reads\"")
        .contains("\"failure\":")
        .contains("\"line\":8");
  }

  @Test
  void policiesWithErrorsAreShownInPlaceOfTests() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("document.policy.yaml", "policy: [");

    CommandRun run = CommandRun.of("test", repository.folder());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("document.policy.yaml:1").contains("error");
  }

  @Test
  void strictTakesAWarningForAnErrorThoughAllTestsPass() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("notes.yaml", "a: note");

    CommandRun lenient = CommandRun.of("test", repository.folder());
    CommandRun strict = CommandRun.of("test", repository.folder(), "--strict");

    assertThat(lenient.status()).isEqualTo(0);
    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.out())
        .contains("3 tests, all passed\n")
        .contains("notes.yaml:1:1: error[file-unknown-kind]")
        .endsWith("1 error, 0 warnings: not loaded\n");
  }

  private SmallRepository withAFailingTest() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("tests/document.test.yaml", SmallRepository.tests("deny"));
    return repository;
  }
}
