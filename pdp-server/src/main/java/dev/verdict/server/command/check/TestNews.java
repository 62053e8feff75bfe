package dev.verdict.server.command.check;

import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.output.LoadReport;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change did to the tests: those that fail, and those that pass again. */
final class TestNews implements FolderWatch.Report {

  private Set<String> failing = Set.of();

  @Override
  public String first(LoadResult result) {
    remember(result);
    return TestReport.text(result);
  }

  @Override
  public String next(LoadResult result) {
    String news = news(result);
    remember(result);
    return news;
  }

  private String news(LoadResult result) {
    if (result.tests().isEmpty() && result.snapshot().isEmpty()) {
      return LoadReport.findings(result);
    }
    String tests =
        result.tests().stream()
            .filter(test -> !test.passed() || failing.contains(test.name()))
            .map(TestReport::text)
            .collect(Collectors.joining());
    return tests + TestReport.end(result);
  }

  private void remember(LoadResult result) {
    failing =
        result.tests().stream()
            .filter(test -> !test.passed())
            .map(TestResult::name)
            .collect(Collectors.toSet());
  }
}
