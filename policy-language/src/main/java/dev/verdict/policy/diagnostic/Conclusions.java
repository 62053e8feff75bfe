package dev.verdict.policy.diagnostic;

import static dev.verdict.policy.diagnostic.DiagnosticCode.OVERLAY_WIDENS;
import static dev.verdict.policy.diagnostic.DiagnosticCode.UNKNOWN_ROLE;
import static dev.verdict.policy.diagnostic.DiagnosticCode.UNKNOWN_SCOPE;
import static dev.verdict.policy.diagnostic.DiagnosticCode.UNUSED_IMPORT;
import static dev.verdict.policy.diagnostic.DiagnosticCode.UNUSED_VARIABLE;
import static dev.verdict.policy.diagnostic.DiagnosticCode.WRONG_SHAPE;
import static dev.verdict.policy.diagnostic.DiagnosticCode.YAML_DUPLICATE_KEY;
import static dev.verdict.policy.diagnostic.DiagnosticCode.YAML_SYNTAX;
import static dev.verdict.policy.diagnostic.DiagnosticCode.YAML_UNSUPPORTED;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Findings that say of something that it is nowhere. Where a part of the repository could not be
 * read, it may stand there: then they would be a second finding for the one mistake.
 */
final class Conclusions {

  private static final Set<DiagnosticCode> UNUSED = EnumSet.of(UNUSED_VARIABLE, UNUSED_IMPORT);
  private static final Set<DiagnosticCode> UNDECLARED = EnumSet.of(UNKNOWN_ROLE, UNKNOWN_SCOPE);
  private static final Set<DiagnosticCode> NOT_READ =
      EnumSet.of(YAML_SYNTAX, YAML_UNSUPPORTED, YAML_DUPLICATE_KEY);

  private static final String ROLES = "roles.yaml";
  private static final String POLICY = ".policy.yaml";

  private final boolean rolesNotRead;
  private final boolean policyNotRead;

  Conclusions(Collection<Diagnostic> findings) {
    rolesNotRead =
        findings.stream()
            .filter(found -> isNotRead(found) || found.code() == WRONG_SHAPE)
            .anyMatch(Conclusions::isRoles);
    policyNotRead =
        findings.stream()
            .filter(Conclusions::isNotRead)
            .anyMatch(found -> found.span().file().endsWith(POLICY));
  }

  /** Whether a finding, in a repository with errors, may be no more than a consequence of one. */
  boolean mayFollow(Diagnostic finding) {
    return UNUSED.contains(finding.code())
        || (policyNotRead && finding.code() == OVERLAY_WIDENS)
        || (rolesNotRead && UNDECLARED.contains(finding.code()) && !isRoles(finding));
  }

  private static boolean isNotRead(Diagnostic finding) {
    return NOT_READ.contains(finding.code());
  }

  private static boolean isRoles(Diagnostic finding) {
    return finding.span().file().equals(ROLES);
  }
}
