package dev.verdict.policy.diagnostic;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which warnings a repository does not put up with.
 *
 * @param raised warnings that weigh as much as errors
 */
public record Strictness(Set<DiagnosticCode> raised) {

  /** Warnings are warnings. */
  public static final Strictness NONE = new Strictness(Set.of());

  /**
   * Every warning is an error, but for {@code deprecated}: to deprecate something must not break
   * what still uses it.
   */
  public static final Strictness ALL =
      new Strictness(
          Arrays.stream(DiagnosticCode.values())
              .filter(code -> code.severity() == Severity.WARNING)
              .filter(code -> code != DiagnosticCode.DEPRECATED)
              .collect(Collectors.toSet()));

  public Strictness {
    raised = Set.copyOf(raised);
  }

  /** What either of the two does not put up with. */
  public Strictness and(Strictness other) {
    var both = EnumSet.noneOf(DiagnosticCode.class);
    both.addAll(raised);
    both.addAll(other.raised);
    return new Strictness(both);
  }

  Severity severity(DiagnosticCode code) {
    return raised.contains(code) ? Severity.ERROR : code.severity();
  }
}
