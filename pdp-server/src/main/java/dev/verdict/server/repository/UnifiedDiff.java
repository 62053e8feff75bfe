package dev.verdict.server.repository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What changes in a file, line by line, in the form of {@code diff -u}. */
public final class UnifiedDiff {

  private UnifiedDiff() {}

  /**
   * The changes with three lines around each, below a head that names the file; each line is ended
   * by a line break. Empty where nothing changes.
   *
   * @param path names the file before and after
   */
  public static String of(String path, String before, String after) {
    RawText old = text(before);
    RawText changed = text(after);
    EditList edits =
        DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
            .diff(RawTextComparator.DEFAULT, old, changed);
    return edits.isEmpty()
        ? ""
        : "--- " + path + "\n+++ " + path + "\n" + hunks(edits, old, changed);
  }

  private static String hunks(EditList edits, RawText before, RawText after) {
    var out = new ByteArrayOutputStream();
    try (var formatter = new DiffFormatter(out)) {
      formatter.format(edits, before, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static RawText text(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
