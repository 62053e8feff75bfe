package dev.verdict.server.conformance;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The files of a policy repository in a folder. */
public record PolicyFolder(List<SourceFile> files) {

  /** Reads all files, in the order of their paths. */
  public static PolicyFolder read(Path root) throws IOException {
    var files = new ArrayList<SourceFile>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.add(new SourceFile(name, Files.readString(path)));
      }
    }
    return new PolicyFolder(files);
  }

  /** The same with another text in one file, and without the authors' tests. */
  PolicyFolder edited(String name, UnaryOperator<String> edit) {
    return new PolicyFolder(
        files.stream()
            .filter(file -> !file.path().startsWith("tests/"))
            .map(
                file ->
                    file.path().equals(name) ? new SourceFile(name, edit.apply(file.text())) : file)
            .toList());
  }

  Snapshot load() {
    LoadResult result = SnapshotLoader.load(files, "conformance");
    return result.snapshot().orElseThrow(() -> new AssertionError(result.report()));
  }
}
