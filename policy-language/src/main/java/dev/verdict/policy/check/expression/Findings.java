package dev.verdict.policy.check.expression;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.source.Fragment;
import java.util.Optional;

/** Reports what is wrong with a part of a condition, in one expression. */
public final class Findings {

  private final Diagnostics diagnostics;

  Findings(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** How large a condition may be. */
  public Limits limits() {
    return diagnostics.limits();
  }

  /** Reports and returns nothing, for {@code return findings.refuse(..)}. */
  public <T> Optional<T> refuse(DiagnosticCode code, Fragment fragment, String message) {
    diagnostics.report(code, fragment.span(), message);
    return Optional.empty();
  }

  /** Reports what is free of errors and yet suspicious. */
  public void warn(DiagnosticCode code, Fragment fragment, String message) {
    diagnostics.report(code, fragment.span(), message);
  }

  /** Reports that an expression has another type than its place needs. */
  public <T> Optional<T> mismatch(Fragment fragment, String message) {
    return refuse(DiagnosticCode.TYPE_MISMATCH, fragment, message);
  }
}
