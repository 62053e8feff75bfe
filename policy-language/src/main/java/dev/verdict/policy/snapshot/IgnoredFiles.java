package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code ignore} of a {@code verdict.yaml}: files that lie in the repository and are none of
 * its own. Nothing that is loaded, or that holds a policy under another name, can be ignored away.
 */
record IgnoredFiles(List<Located<PathPattern>> patterns) {

  static final IgnoredFiles NONE = new IgnoredFiles(List.of());

  private static final int MAX_PATTERNS = 100;

  IgnoredFiles {
    patterns = List.copyOf(patterns);
  }

  /** The patterns; what is none is reported and left out. */
  static IgnoredFiles read(List<Located<String>> texts, Diagnostics diagnostics) {
    if (texts.size() > MAX_PATTERNS) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          texts.get(MAX_PATTERNS).span(),
          "`ignore` may have " + MAX_PATTERNS + " patterns, not more");
      return NONE;
    }
    var patterns = new ArrayList<Located<PathPattern>>();
    for (Located<String> text : texts) {
      Optional<String> problem = PathPattern.problem(text.value());
      if (problem.isPresent()) {
        diagnostics.report(
            DiagnosticCode.WRONG_SHAPE,
            text.span(),
            "`" + text.value() + "` is no pattern of files: " + problem.get());
      } else {
        patterns.add(new Located<>(PathPattern.of(text.value()), text.span()));
      }
    }
    return new IgnoredFiles(patterns);
  }

  boolean covers(SourceFile file) {
    return patterns.stream().anyMatch(pattern -> pattern.value().matches(file.path()));
  }

  /** Reports patterns that would hide a policy, and those without use. */
  void check(List<SourceFile> files, Diagnostics diagnostics) {
    for (Located<PathPattern> pattern : patterns) {
      List<SourceFile> covered =
          files.stream().filter(file -> pattern.value().matches(file.path())).toList();
      Optional<SourceFile> own = covered.stream().filter(IgnoredFiles::isOwn).findFirst();
      if (own.isPresent()) {
        diagnostics.report(
            DiagnosticCode.IGNORED_POLICY,
            pattern.span(),
            "`"
                + own.get().path()
                + "` is a file of the policy repository, or holds a policy, and cannot be ignored;"
                + " narrow the pattern, or move the file");
      } else if (covered.isEmpty()) {
        diagnostics.report(
            DiagnosticCode.UNUSED_IGNORE,
            pattern.span(),
            "there is no YAML file that this pattern ignores; leave it out");
      }
    }
  }

  private static boolean isOwn(SourceFile file) {
    return FileKind.of(file.path()).isLoaded()
        || file.path().toLowerCase(Locale.ROOT).contains(".policy.")
        || UnknownFile.holdsPolicy(file);
  }
}
