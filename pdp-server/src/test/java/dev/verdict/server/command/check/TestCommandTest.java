package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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
  void nothingTestedIsNoSuccess() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("tests/document.test.yaml", "tests: []");

    CommandRun run = CommandRun.of("test", repository.folder());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("no tests\nnothing was tested", "tests/*.test.yaml");
    assertThat(CommandRun.of("test", repository.folder(), "--output=json").out())
        .contains("\"passed\":false");
    assertThat(CommandRun.of("test", repository.folder(), "--allow-no-tests").status())
        .isEqualTo(0);
  }

  @Test
  void aNameThatNoTestHasIsNoSuccess() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun run = CommandRun.of("test", repository.folder(), "--names=ownr");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("no test has `ownr` in its name");
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
    repository.write("verdict.yaml", "ignore: notes.yaml");

    CommandRun lenient = CommandRun.of("test", repository.folder());
    CommandRun strict = CommandRun.of("test", repository.folder(), "--strict");

    assertThat(lenient.status()).isEqualTo(0);
    assertThat(lenient.out())
        .contains("3 tests, all passed\n")
        .contains("verdict.yaml:1:9: warning[unused-ignore]")
        .contains("    ignore: notes.yaml\n")
        .endsWith("0 errors, 1 warning: 4 files, 1 policy, 2 rules\n");
    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.out())
        .contains("3 tests, all passed\n")
        .contains("verdict.yaml:1:9: error[unused-ignore]")
        .endsWith("1 error, 0 warnings: not loaded\n");
  }

  @Test
  void warningsAreToldBesideTestsThatFail() {
    SmallRepository repository = withAFailingTest();
    repository.write("verdict.yaml", "ignore: notes.yaml");

    assertThat(CommandRun.of("test", repository.folder()).out())
        .contains("3 tests, 1 failed\nverdict.yaml:1:9: warning[unused-ignore]: there is no")
        .doesNotContain("test-failed");
  }

  @Test
  void aFailedTestIsExplainedAsATree() {
    assertThat(CommandRun.of("test", withAFailingTest().folder()).out())
        .contains(
            """
            FAILED  the owner reads (tests/document.test.yaml:8)
                    expected deny, got permit
                    permit: rule `owner-reads` permits this
                    ├── the tenant guard lets it pass
                    ├── permit `owner-reads` (document.policy.yaml:4): matched
                    │   └── true   `resource.owner == subject.id`
            """);
  }

  @Test
  void coverageTellsWhatNoTestReached() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("tests/document.test.yaml", SmallRepository.testThatAlwaysPasses());

    CommandRun run = CommandRun.of("test", repository.folder(), "--coverage");
    CommandRun json = CommandRun.of("test", repository.folder(), "--coverage", "--output", "json");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .endsWith(
            """
            1 test, all passed
            coverage: 50% (4 of 8)
              document.policy.yaml:4: rule `owner-reads` never matched
              document.policy.yaml:6: `resource.owner == subject.id` was never true in rule `owner-reads`
              document.policy.yaml:10: rule `locked` never matched
              document.policy.yaml:12: `resource.locked ?? false` was never true in rule `locked`
            """);
    assertThat(json.out())
        .contains(
            "\"coverage\":{\"percent\":50,\"reached\":4,\"points\":8,\"gaps\":[{\"message\":");
  }

  @Test
  void aCoverageBelowTheThresholdFails() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("tests/document.test.yaml", SmallRepository.testThatAlwaysPasses());
    String folder = repository.folder();

    assertThat(CommandRun.of("test", folder, "--coverage-threshold", "50%").status()).isEqualTo(0);
    CommandRun low = CommandRun.of("test", folder, "--coverage-threshold", "51");
    CommandRun wrong = CommandRun.of("test", folder, "--coverage-threshold", "101%");

    assertThat(low.status()).isEqualTo(1);
    assertThat(low.out()).endsWith("the coverage of 50% is below 51%\n");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("`101%` is no share from 0% to 100%");
  }

  @Test
  void onlyTestsOfTheWantedNamesAreRun() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    assertThat(CommandRun.of("test", repository.folder(), "--names", "locked").out())
        .isEqualTo("ok      locked is locked (tests/document.test.yaml:10)\n1 test, all passed\n");
  }

  @Test
  void junitXmlHasASuiteForEachFile() throws Exception {
    SmallRepository repository = withAFailingTest();
    Path file = temporary.resolve("results.xml");

    CommandRun run = CommandRun.of("test", repository.folder(), "--junit", file.toString());

    assertThat(run.status()).isEqualTo(1);
    Element suite = (Element) suites(file).item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("tests/document.test.yaml");
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    var cases = suite.getElementsByTagName("testcase");
    assertThat(cases.getLength()).isEqualTo(3);
    Element first = (Element) cases.item(0);
    assertThat(first.getAttribute("name")).isEqualTo("the owner reads");
    Element failure = (Element) first.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("expected deny, got permit");
    assertThat(failure.getTextContent()).contains("├── permit `owner-reads`");
  }

  @Test
  void junitXmlOfPoliciesWithErrorsIsATestInError() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("document.policy.yaml", "policy: [ \u0001 <&");
    Path file = temporary.resolve("results.xml");

    CommandRun.of("test", repository.folder(), "--junit", file.toString());

    Element suite = (Element) suites(file).item(0);
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("error").item(0).getTextContent())
        .contains("document.policy.yaml:1");
  }

  @Test
  void whatCannotBeWrittenIsAFailure() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun run =
        CommandRun.of("test", repository.folder(), "--junit", temporary.resolve("a/b").toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void watchingPrintsTextOnly() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun run = CommandRun.of("test", repository.folder(), "--watch", "--output", "json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--watch prints text only");
  }

  private static NodeList suites(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getElementsByTagName("testsuite");
  }

  private SmallRepository withAFailingTest() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("tests/document.test.yaml", SmallRepository.tests("deny"));
    return repository;
  }
}
