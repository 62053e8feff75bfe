package dev.verdict.server.command.check;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.server.command.folder.FirstReading;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.repository.SourceState;
import dev.verdict.server.repository.directory.DirectorySource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that authors write, by the paths that they gave on the command line.
 *
 * @param diagnostics about those that cannot be read
 */
record AuthoredFiles(List<Authored> files, List<Diagnostic> diagnostics) {

  /**
   * One of them.
   *
   * @param place in the file system
   * @param source named as it is shown: by the path on the command line
   */
  record Authored(Path place, SourceFile source) {}

  AuthoredFiles {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads files, and of folders all files that are part of a policy repository.
   *
   * @throws CommandFailureException where a path leads to nothing that can be read
   */
  static AuthoredFiles read(List<Path> paths) {
    var files = new ArrayList<Authored>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        readFile(path, files, diagnostics);
      } else {
        readFolder(path, files, diagnostics);
      }
    }
    return new AuthoredFiles(files, diagnostics);
  }

  private static void readFile(Path path, List<Authored> files, List<Diagnostic> diagnostics) {
    try {
      if (Files.size(path) > Limit.FILE_LENGTH.standard()) {
        diagnostics.add(
            new Diagnostic(
                DiagnosticCode.FILE_TOO_LARGE,
                "the file has more than " + Limit.FILE_LENGTH.standard() + " bytes",
                Span.startOf(path.toString())));
      } else {
        files.add(new Authored(path, new SourceFile(path.toString(), Files.readString(path))));
      }
    } catch (CharacterCodingException e) {
      diagnostics.add(
          new Diagnostic(
              DiagnosticCode.FILE_UNREADABLE,
              "the file is not valid UTF-8",
              Span.startOf(path.toString())));
    } catch (IOException e) {
      throw new CommandFailureException("`" + path + "` cannot be read");
    }
  }

  private static void readFolder(Path folder, List<Authored> files, List<Diagnostic> diagnostics) {
    try (var source = new DirectorySource(folder, Clock.systemUTC())) {
      SourceState state = FirstReading.of(source);
      for (SourceFile file : state.files()) {
        if (FileKind.of(file.path()).isLoaded()) {
          Path place = folder.resolve(file.path()).normalize();
          files.add(new Authored(place, new SourceFile(place.toString(), file.text())));
        }
      }
      state.diagnostics().stream().map(found -> in(folder, found)).forEach(diagnostics::add);
    }
  }

  private static Diagnostic in(Path folder, Diagnostic found) {
    String path = folder.resolve(found.span().file()).normalize().toString();
    return new Diagnostic(found.code(), found.message(), Span.startOf(path));
  }
}
