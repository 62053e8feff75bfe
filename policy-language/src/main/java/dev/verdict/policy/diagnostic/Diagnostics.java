package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects findings while a repository is read.
 *
 * <p>The same finding is kept once, however often it is reported: a variable is checked for each
 * target that uses it. It keeps at most {@value #MAX_KEPT}: a file of garbage must not fill the
 * memory of a server. Not for use by several threads at once.
 */
public final class Diagnostics {

  /** How many findings are kept; what comes after is only remembered as an error. */
  public static final int MAX_KEPT = 1_000;

  private static final int MAX_MESSAGE = 2_000;

  private final Set<Diagnostic> kept = new LinkedHashSet<>();
  private int errors;

  /**
   * Reports a finding; the message is one lower-case sentence with author's words in backticks.
   * Whatever these hold, the message becomes one printable line.
   */
  public void report(DiagnosticCode code, Span span, String message) {
    if (code.severity() == Severity.ERROR) {
      errors++;
    }
    if (kept.size() < MAX_KEPT) {
      kept.add(new Diagnostic(code, PrintableText.of(message, MAX_MESSAGE), span));
    }
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many errors were reported so far: a stage compares to see whether it added some. */
  public int errors() {
    return errors;
  }

  /** All findings so far, sorted by place. */
  public List<Diagnostic> sorted() {
    return kept.stream().sorted(Diagnostic.BY_PLACE).toList();
  }
}
