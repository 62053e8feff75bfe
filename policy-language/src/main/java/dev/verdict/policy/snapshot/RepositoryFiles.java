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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a policy repository, sorted by kind and read as YAML. */
final class RepositoryFiles {

  private final Map<FileKind, List<YamlNode>> documents = new EnumMap<>(FileKind.class);
  private final List<SourceFile> data = new ArrayList<>();
  private final List<SourceFile> loaded = new ArrayList<>();
  private final List<SourceFile> unknown = new ArrayList<>();

  private final Limits limits;

  private RepositoryFiles(Limits limits) {
    this.limits = limits;
  }

  /** Reads all files but those of data; what cannot be read is reported and left out. */
  static RepositoryFiles read(List<SourceFile> files, Diagnostics diagnostics) {
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
        result.take(file, kind, diagnostics);
      }
    }
    return result;
  }

  private void take(SourceFile file, FileKind kind, Diagnostics diagnostics) {
    if (kind == FileKind.DATA) {
      data.add(file);
      return;
    }
    YamlReader.read(file, diagnostics)
        .ifPresent(
            document -> documents.computeIfAbsent(kind, k -> new ArrayList<>()).add(document));
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

  /**
   * The documents of one kind, by path; those of data are read anew, for tools that compare them.
   */
  List<YamlNode> of(FileKind kind) {
    return kind == FileKind.DATA
        ? data(new Diagnostics(limits)).toList()
        : documents.getOrDefault(kind, List.of());
  }

  /**
   * The documents of data, by path. Each is read when it is asked for, and can be forgotten then:
   * the nodes of a million entries would take gigabytes. To be called once, since it reports.
   */
  Stream<YamlNode> data(Diagnostics diagnostics) {
    return data.stream().flatMap(file -> YamlReader.read(file, diagnostics).stream());
  }

  /** How many files are part of the repository. */
  int count() {
    return loaded.size();
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
