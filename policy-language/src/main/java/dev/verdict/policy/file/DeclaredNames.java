package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds roles and scopes that subjects bring along against what the repository declares. */
public final class DeclaredNames {

  private final Optional<RolesFile> roles;
  private final Set<NameKind> elsewhere;
  private final Diagnostics diagnostics;

  public DeclaredNames(PolicyDeclarations declarations, Diagnostics diagnostics) {
    this.roles = declarations.roles();
    this.elsewhere = declarations.elsewhere();
    this.diagnostics = diagnostics;
  }

  /** Reports a role that is declared nowhere, or that nobody brings along. */
  public void checkRole(String name, Span place) {
    roles.ifPresent(file -> checkRole(name, place, file));
  }

  private void checkRole(String name, Span place, RolesFile file) {
    if (file.derived().stream().anyMatch(role -> role.name().value().equals(name))) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_ROLE,
          place,
          "`" + name + "` is a derived role: a condition gives it, and no subject brings it along");
      return;
    }
    check(
        DiagnosticCode.UNKNOWN_ROLE,
        "role",
        name,
        place,
        file.roles().stream().map(role -> role.name().value()).collect(Collectors.toSet()));
  }

  /** Reports a scope that is not declared, where scopes are. */
  public void checkScope(String name, Span place) {
    roles
        .flatMap(RolesFile::scopes)
        .ifPresent(declared -> check(DiagnosticCode.UNKNOWN_SCOPE, "scope", name, place, declared));
  }

  private void check(
      DiagnosticCode code, String kind, String name, Span place, Set<String> declared) {
    if (!declared.contains(name)) {
      diagnostics.report(
          code,
          place,
          "unknown " + kind + " `" + name + "`" + Suggestion.didYouMean(name, declared));
    }
  }

  /** Warns of a name that a deny hangs on, where nothing declares names of that kind. */
  public void warnOfDeny(NameKind kind, Located<String> name) {
    if (elsewhere.contains(kind) || declares(kind)) {
      return;
    }
    diagnostics.report(
        DiagnosticCode.UNDECLARED_NAME,
        name.span(),
        "nothing declares the "
            + kind.one()
            + " `"
            + name.value()
            + "`, so a slip in it would open what is denied here; "
            + kind.declaration()
            + ", or write `undeclared-names: ["
            + kind.word()
            + "]` in `verdict.yaml` if others declare them");
  }

  /** Of tenants that is for the schema to say. */
  private boolean declares(NameKind kind) {
    return switch (kind) {
      case ROLES -> roles.isPresent();
      case SCOPES -> roles.flatMap(RolesFile::scopes).isPresent();
      case TENANTS -> false;
    };
  }
}
