package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Span;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses files of one name. Some file systems do not tell upper case from lower, or two spellings
 * of one letter: there one of two files would be lost, and with it its rules, or two tenants would
 * share a folder.
 */
final class FileNames {

  private final Diagnostics diagnostics;
  private final Map<String, String> seen = new HashMap<>();

  FileNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether no file or folder of that name came before; reports it otherwise. */
  boolean isNew(String path) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      String folder = path.substring(0, end);
      String first = first(folder, folder);
      if (!first.equals(folder)) {
        report(path, "the folder `" + first + "/` has the same name in another spelling");
        return false;
      }
    }
    String first = first(path.replaceFirst("\\.yml$", ".yaml"), path);
    if (first.equals(path)) {
      return true;
    }
    report(path, "`" + first + "` has the same name in another spelling");
    return false;
  }

  private String first(String name, String path) {
    String key = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String first = seen.putIfAbsent(key, path);
    return first == null ? path : first;
  }

  private void report(String path, String what) {
    diagnostics.report(
        DiagnosticCode.DUPLICATE_NAME,
        Span.startOf(path),
        what + ", and to some file systems the two are one; keep one of them");
  }
}
