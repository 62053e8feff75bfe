package dev.verdict.policy.diagnostic;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.text.PrintableText;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects findings while a repository is read.
 *
 * <p>The same finding is kept once, however often it is reported: a variable is checked for each
 * target that uses it. It keeps as many as {@link Limit#FINDINGS} says: a file of garbage must not
 * fill the memory of a server. It also carries the bounds of what is read, since whatever reports
 * that something is too large has to know them. Not for use by several threads at once.
 */
public final class Diagnostics {

  private static final int MAX_MESSAGE = 2_000;

  private final Set<Diagnostic> kept = new LinkedHashSet<>();
  private final Set<DiagnosticCode> warned = EnumSet.noneOf(DiagnosticCode.class);
  private final Silences silences = new Silences();
  private final Limits limits;
  private int errors;
  private @Nullable Recording recorder;

  /** Within the standard bounds. */
  public Diagnostics() {
    this(Limits.STANDARD);
  }

  public Diagnostics(Limits limits) {
    this.limits = limits;
  }

  /** How large what is read may be. */
  public Limits limits() {
    return limits;
  }

  /**
   * Reports a finding; the message is one lower-case sentence with author's words in backticks.
   * Whatever these hold, the message becomes one printable line. A warning that the author has
   * silenced at that place is kept back.
   */
  public void report(DiagnosticCode code, Span span, String message) {
    report(new Diagnostic(code, PrintableText.of(message, MAX_MESSAGE), span));
  }

  private void report(Diagnostic found) {
    record(diagnostics -> diagnostics.report(found));
    DiagnosticCode code = found.code();
    if (code.severity() == Severity.ERROR) {
      errors++;
    } else if (silences.cover(code, found.span())) {
      return;
    } else {
      warned.add(code);
    }
    if (kept.size() < limits.of(Limit.FINDINGS)) {
      kept.add(found);
    }
  }

  /** Keeps back warnings from now on; what reads a file calls it before anything is checked. */
  public void silence(Silence silence) {
    record(diagnostics -> diagnostics.silence(silence));
    silences.add(silence);
  }

  /** Does some work; what it reports and silences is recorded too. Works do not nest. */
  public <T> T recorded(Recording recording, Supplier<T> work) {
    if (recorder != null) {
      throw new IllegalStateException("recorded: within other work (expected: not)");
    }
    recorder = recording;
    try {
      return work.get();
    } finally {
      recorder = null;
    }
  }

  private void record(Consumer<Diagnostics> event) {
    if (recorder != null) {
      recorder.add(event);
    }
  }

  /** Warns of the silences that kept nothing back; called when nothing else is to come. */
  public void reportUnusedSilences() {
    for (Silence silence : silences.unused()) {
      report(
          DiagnosticCode.UNUSED_SILENCE,
          silence.span(),
          "there is no warning `" + silence.code().word() + "` here; leave the silence out");
    }
  }

  /**
   * Leaves out what may be no more than a consequence of an error; called where nothing is done
   * with a repository because of its errors.
   */
  public void leaveOutConsequences() {
    var conclusions = new Conclusions(kept);
    kept.removeIf(conclusions::mayFollow);
  }

  /** Whether there are errors, whatever the warnings weigh. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** Whether there are errors, or warnings that weigh as much, shown or not. */
  public boolean hasErrors(Strictness strictness) {
    return hasErrors() || warned.stream().anyMatch(strictness.raised()::contains);
  }

  /** How many errors were reported so far: a stage compares to see whether it added some. */
  public int errors() {
    return errors;
  }

  /** All findings so far, sorted by place. */
  public List<Diagnostic> sorted() {
    return sorted(Strictness.NONE);
  }

  /** The same, each with the weight that it has under some strictness. */
  public List<Diagnostic> sorted(Strictness strictness) {
    return kept.stream()
        .map(diagnostic -> diagnostic.weighed(strictness))
        .sorted(Diagnostic.BY_PLACE)
        .toList();
  }
}
