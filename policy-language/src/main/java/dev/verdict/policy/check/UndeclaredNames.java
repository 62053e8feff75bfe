package dev.verdict.policy.check;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks names that the repository shares with others: scopes and tenants against what is declared,
 * and where nothing is, warns of deny rules that hang on such a name. A slip in a permit permits
 * nothing; a slip in a deny opens what it should close.
 */
final class UndeclaredNames {

  private final DeclaredNames declared;
  private final Optional<Set<String>> tenants;
  private final Optional<Set<String>> scopes;
  private final Diagnostics diagnostics;
  private final Set<String> reportedTenants = new HashSet<>();

  private UndeclaredNames(
      PolicyDeclarations declarations, Optional<Set<String>> tenants, Diagnostics diagnostics) {
    this.declared = new DeclaredNames(declarations, diagnostics);
    this.tenants = tenants;
    this.scopes = declarations.roles().flatMap(RolesFile::scopes);
    this.diagnostics = diagnostics;
  }

  /**
   * Reports what is unknown, and what could be misspelt unnoticed.
   *
   * @param tenants that the schema declares; absent: any name is one
   */
  static void report(
      PolicyDeclarations declarations, Optional<Set<String>> tenants, Diagnostics diagnostics) {
    var names = new UndeclaredNames(declarations, tenants, diagnostics);
    declarations.policies().forEach(names::policy);
    declarations.grants().forEach(names::grant);
  }

  private void policy(PolicyFile policy) {
    policy.rules().forEach(this::rule);
    policy.tenant().ifPresent(tenant -> overlay(tenant, policy));
  }

  private void rule(RuleDeclaration rule) {
    List<Located<String>> named =
        Stream.concat(rule.target().scopes().all().stream(), rule.target().scopes().any().stream())
            .toList();
    scopes.ifPresent(declared -> unknown("scope", DiagnosticCode.UNKNOWN_SCOPE, named, declared));
    if (rule.effect() == Effect.DENY) {
      undeclared(NameKind.SCOPES, named);
      undeclared(NameKind.ROLES, rule.target().roles());
    }
  }

  private void overlay(String tenant, PolicyFile policy) {
    Span place = policy.name().span();
    if (tenants.isPresent()) {
      if (reportedTenants.add(tenant)) {
        unknownTenants(List.of(new Located<>(tenant, place)), tenants.get());
      }
    } else if (policy.rules().stream().anyMatch(rule -> rule.effect() == Effect.DENY)
        && reportedTenants.add(tenant)) {
      undeclared(NameKind.TENANTS, List.of(new Located<>(tenant, place)));
    }
  }

  private void grant(GrantDeclaration grant) {
    tenants.ifPresent(
        declared -> unknownTenants(List.of(grant.subjects().tenant(), grant.tenant()), declared));
  }

  private void unknownTenants(List<Located<String>> written, Set<String> declared) {
    unknown("tenant", DiagnosticCode.UNKNOWN_TENANT, written, declared);
  }

  private void unknown(
      String kind, DiagnosticCode code, List<Located<String>> written, Set<String> declared) {
    for (Located<String> name : written) {
      if (!declared.contains(name.value())) {
        diagnostics.report(
            code,
            name.span(),
            "unknown "
                + kind
                + " `"
                + name.value()
                + "`"
                + Suggestion.didYouMean(name.value(), declared));
      }
    }
  }

  private void undeclared(NameKind kind, List<Located<String>> written) {
    written.forEach(name -> declared.warnOfDeny(kind, name));
  }
}
