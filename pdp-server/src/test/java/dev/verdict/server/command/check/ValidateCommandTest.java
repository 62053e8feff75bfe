package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {

  @TempDir private Path temporary;

  @Test
  void aGoodRepositoryHasNoErrorsAndIsSummedUp() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun run = CommandRun.of("validate", repository.folder());

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).isEqualTo("no errors: 3 files, 1 policy, 2 rules\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anErrorIsDrawnWithItsLineAndACaret() {
    SmallRepository repository = broken();

    CommandRun run = CommandRun.of("validate", repository.folder());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("document.policy.yaml:6:11: error[unknown-attribute]")
        .contains("did you mean `")
        .contains("    when: resource.ownr == subject.id\n")
        .contains("^")
        .endsWith("1 error, 0 warnings: not loaded\n");
  }

  @Test
  void jsonListsEveryFindingWithItsPlace() {
    SmallRepository repository = broken();

    CommandRun run = CommandRun.of("validate", repository.folder(), "--output", "json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"valid\":false")
        .contains("\"severity\":\"error\"")
        .contains("\"code\":\"unknown-attribute\"")
        .contains("\"file\":\"document.policy.yaml\"")
        .contains("\"line\":6");
  }

  @Test
  void whatDecisionsCostAtWorstIsListedWhereSomebodyAsks() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun listed = CommandRun.of("validate", repository.folder(), "--costs");
    CommandRun json = CommandRun.of("validate", repository.folder(), "--output", "json");

    assertThat(listed.out())
        .contains("what a decision costs at worst:\n")
        .containsPattern("  read `document`: 2 rules one by one, [0-9]+ steps, about 0.[0-9] us\n");
    assertThat(json.out())
        .contains("\"worstDecisions\":[{\"resourceType\":\"document\",\"action\":\"read\"");
  }

  @Test
  void aDearDecisionIsToldUnasked() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write(
        "many.policy.yaml",
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "  - { permit: read, id: r%d, when: \"subject.id =^ '%d'\" }%n".formatted(i, i))
            .collect(Collectors.joining("", "policy: many\nresource: document\nrules:\n", "")));

    assertThat(CommandRun.of("validate", repository.folder()).out())
        .contains("the dearest decision, at worst: read `document`: 1002 rules one by one")
        .endsWith("(--costs lists all)\n");
  }

  @Test
  void aWarningIsNoErrorUnlessTheCommandIsStrictOrTheRepositoryIs() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("verdict.yaml", "ignore: notes.yaml");

    CommandRun lenient = CommandRun.of("validate", repository.folder());
    CommandRun strict = CommandRun.of("validate", repository.folder(), "--strict");
    repository.write("verdict.yaml", "{ ignore: notes.yaml, warnings-as-errors: true }");
    CommandRun strictRepository =
        CommandRun.of("validate", repository.folder(), "--output", "json");

    assertThat(lenient.status()).isEqualTo(0);
    assertThat(lenient.out())
        .contains("verdict.yaml:1:9: warning[unused-ignore]")
        .contains("0 errors, 1 warning: 4 files");
    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.out())
        .contains("verdict.yaml:1:9: error[unused-ignore]")
        .endsWith("1 error, 0 warnings: not loaded\n");
    assertThat(strictRepository.status()).isEqualTo(1);
    assertThat(strictRepository.out())
        .contains("\"valid\":false")
        .contains("\"severity\":\"error\",\"code\":\"unused-ignore\"");
  }

  @Test
  void testsOfTheAuthorsAreNotRun() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("tests/document.test.yaml", SmallRepository.tests("deny"));

    assertThat(CommandRun.of("validate", repository.folder()).status()).isEqualTo(0);
  }

  @Test
  void aFolderThatIsNotThereIsAFailure() {
    CommandRun run = CommandRun.of("validate", temporary.resolve("nowhere").toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith("verdict validate: there is no directory").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  private SmallRepository broken() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write(
        "document.policy.yaml", SmallRepository.POLICY.replace("resource.owner", "resource.ownr"));
    return repository;
  }
}
