package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The files of a policy repository, sorted by kind and read as YAML. */
final class RepositoryFiles {

  /** What a file is, by its path. */
  enum Kind {
    REPOSITORY,
    SCHEMA,
    ROLES,
    GRANTS,
    VARIABLES,
    POLICY,
    DATA,
    TEST,
    UNKNOWN;

    static Kind of(String path) {
      if (path.equals("verdict.yaml")) {
        return REPOSITORY;
      }
      if (path.equals("schema.yaml")) {
        return SCHEMA;
      }
      if (path.equals("roles.yaml")) {
        return ROLES;
      }
      if (path.equals("grants.yaml")) {
        return GRANTS;
      }
      if (path.endsWith(".let.yaml")) {
        return VARIABLES;
      }
      if (path.endsWith(".policy.yaml")) {
        return POLICY;
      }
      if (path.startsWith("data/") && path.endsWith(".yaml")) {
        return DATA;
      }
      return path.startsWith("tests/") && path.endsWith(".test.yaml") ? TEST : UNKNOWN;
    }
  }

  private final Map<Kind, List<YamlNode>> documents = new EnumMap<>(Kind.class);

  private RepositoryFiles() {}

  /** Reads all files; what cannot be read is reported and left out. */
  static RepositoryFiles read(List<SourceFile> files, Diagnostics diagnostics) {
    var result = new RepositoryFiles();
    if (!isBounded(files, diagnostics)) {
      return result;
    }
    for (SourceFile file : files.stream().sorted(Comparator.comparing(SourceFile::path)).toList()) {
      Kind kind = Kind.of(file.path());
      if (kind == Kind.UNKNOWN) {
        diagnostics.report(
            DiagnosticCode.FILE_UNKNOWN_KIND,
            Span.startOf(file.path()),
            "this file is no part of a policy repository; policies are named `*.policy.yaml`, tests"
                + " `tests/*.test.yaml`, data `data/*.yaml`");
      } else {
        YamlReader.read(file, diagnostics)
            .ifPresent(
                document ->
                    result.documents.computeIfAbsent(kind, k -> new ArrayList<>()).add(document));
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

  /** The documents of one kind, by path. */
  List<YamlNode> of(Kind kind) {
    return documents.getOrDefault(kind, List.of());
  }
}
