package dev.verdict.policy.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private static final Region RULE = new Region(at(5, 5), at(9, 3));

  private final Diagnostics diagnostics = new Diagnostics();

  private static Span at(int line, int column) {
    return new Span("a.policy.yaml", line, column, 1);
  }

  private void warn(Span place) {
    diagnostics.report(DiagnosticCode.UNUSED_VARIABLE, place, "no rule uses it");
  }

  private void silence(DiagnosticCode code) {
    diagnostics.silence(new Silence(code, at(8, 7), RULE));
  }

  @Test
  void aSilenceKeepsBackItsWarningInItsRegionOnly() {
    silence(DiagnosticCode.UNUSED_VARIABLE);
    warn(at(5, 4));
    warn(at(5, 5));
    warn(at(9, 2));
    warn(at(9, 3));
    diagnostics.report(DiagnosticCode.UNUSED_VARIABLE, Span.startOf("b.policy.yaml"), "other");
    diagnostics.report(DiagnosticCode.UNUSED_IGNORE, at(6, 1), "another warning");

    assertThat(diagnostics.sorted())
        .extracting(found -> found.span().toString())
        .containsExactly(
            "a.policy.yaml:5:4", "a.policy.yaml:6:1", "a.policy.yaml:9:3", "b.policy.yaml:1:1");
  }

  @Test
  void aSilenceThatKeptSomethingBackIsOfUse() {
    silence(DiagnosticCode.UNUSED_VARIABLE);
    silence(DiagnosticCode.UNUSED_IGNORE);
    warn(at(6, 1));
    diagnostics.reportUnusedSilences();

    assertThat(diagnostics.sorted())
        .singleElement()
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            DiagnosticCode.UNUSED_SILENCE,
            "there is no warning `unused-ignore` here; leave the silence out");
  }

  @Test
  void anErrorIsNeverKeptBack() {
    silence(DiagnosticCode.UNUSED_VARIABLE);
    diagnostics.report(DiagnosticCode.UNKNOWN_VARIABLE, at(6, 1), "unknown variable");

    assertThat(diagnostics.hasErrors()).isTrue();
    assertThat(diagnostics.sorted()).hasSize(1);
  }

  @Test
  void aWarningWeighsWhatTheRepositorySays() {
    warn(at(1, 1));
    var strict = new Strictness(Set.of(DiagnosticCode.UNUSED_VARIABLE));

    assertThat(diagnostics.hasErrors()).isFalse();
    assertThat(diagnostics.hasErrors(strict)).isTrue();
    assertThat(diagnostics.hasErrors(Strictness.ALL)).isTrue();
    assertThat(diagnostics.hasErrors(new Strictness(Set.of(DiagnosticCode.UNUSED_SILENCE))))
        .isFalse();
    assertThat(diagnostics.sorted(strict))
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.ERROR);
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aWarningTooManyToBeShownStillCounts() {
    for (int line = 1; line <= Limit.FINDINGS.standard(); line++) {
      warn(at(line, 1));
    }
    diagnostics.report(DiagnosticCode.UNUSED_IGNORE, at(1, 1), "not shown");

    assertThat(diagnostics.hasErrors(new Strictness(Set.of(DiagnosticCode.UNUSED_IGNORE))))
        .isTrue();
  }

  @Test
  void aSilencedWarningDoesNotCount() {
    silence(DiagnosticCode.UNUSED_VARIABLE);
    warn(at(6, 1));

    assertThat(diagnostics.hasErrors(Strictness.ALL)).isFalse();
  }
}
