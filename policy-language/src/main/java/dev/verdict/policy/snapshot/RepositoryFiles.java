package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a policy repository, sorted by kind. */
final class RepositoryFiles {

  private final Map<FileKind, List<SourceFile>> byKind = new EnumMap<>(FileKind.class);
  private final List<SourceFile> loaded = new ArrayList<>();
  private final List<SourceFile> unknown = new ArrayList<>();

  private final Limits limits;

  private RepositoryFiles(Limits limits) {
    this.limits = limits;
  }

  /** Of files that are too many or too large, which is reported, none. */
  static RepositoryFiles of(List<SourceFile> files, Diagnostics diagnostics) {
    var result = new RepositoryFiles(diagnostics.limits());
    if (!isBounded(files, diagnostics)) {
      return result;
    }
    var names = new FileNames(diagnostics);
    for (SourceFile file : files.stream().sorted(Comparator.comparing(SourceFile::path)).toList()) {
      FileKind kind = FileKind.of(file.path());
      if (kind == FileKind.UNKNOWN) {
        result.unknown.add(file);
      } else if (kind.isLoaded() && names.isNew(file.path())) {
        result.loaded.add(file);
        result.byKind.computeIfAbsent(kind, first -> new ArrayList<>()).add(file);
      }
    }
    return result;
  }

  private static boolean isBounded(List<SourceFile> files, Diagnostics diagnostics) {
    long length = files.stream().mapToLong(file -> file.text().length()).sum();
    int maxFiles = diagnostics.limits().of(Limit.FILES);
    int maxLength = diagnostics.limits().of(Limit.TOTAL_LENGTH);
    if (files.size() <= maxFiles && length <= maxLength) {
      return true;
    }
    diagnostics.report(
        DiagnosticCode.REPOSITORY_TOO_LARGE,
        Span.startOf("verdict.yaml"),
        "the repository has "
            + files.size()
            + " files (limit "
            + maxFiles
            + ") and "
            + length
            + " characters (limit "
            + maxLength
            + ")");
    return false;
  }

  /** Those of one kind, by path. */
  List<SourceFile> of(FileKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** All that are part of the repository, by path. */
  List<SourceFile> all() {
    return Collections.unmodifiableList(loaded);
  }

  /** The documents of one kind, by path: read anew, for tools. */
  List<YamlNode> documents(FileKind kind) {
    var ignored = new Diagnostics(limits);
    return of(kind).stream().flatMap(file -> YamlReader.read(file, ignored).stream()).toList();
  }

  /** Reports what looks like a file of the repository and is none, but for what it ignores. */
  void reportUnknown(IgnoredFiles ignored, Diagnostics diagnostics) {
    ignored.check(Stream.concat(loaded.stream(), unknown.stream()).toList(), diagnostics);
    for (SourceFile file : unknown) {
      if (!ignored.covers(file)) {
        diagnostics.report(
            DiagnosticCode.FILE_UNKNOWN_KIND, Span.startOf(file.path()), UnknownFile.message(file));
      }
    }
  }
}
