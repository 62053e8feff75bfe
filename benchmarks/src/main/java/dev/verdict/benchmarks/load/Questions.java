package dev.verdict.benchmarks.load;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.directory.DirectorySource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the authors of policies ask in their tests. */
final class Questions {

  private Questions() {}

  /**
   * All of them, in their order.
   *
   * @throws IllegalStateException where the policies cannot be loaded or have no tests
   */
  static List<EvaluateRequest> of(Path policies) {
    try (var source = new DirectorySource(policies, Clock.systemUTC())) {
      if (source.read(Optional.empty()) instanceof SourceReading.Read read) {
        LoadResult loaded = SnapshotLoader.load(read.state().files(), read.state().revision());
        List<EvaluateRequest> questions =
            loaded.tests().stream().map(result -> Messages.of(result.test().request())).toList();
        if (!questions.isEmpty()) {
          return questions;
        }
      }
    }
    throw new IllegalStateException("there are no tests to take questions from in " + policies);
  }
}
