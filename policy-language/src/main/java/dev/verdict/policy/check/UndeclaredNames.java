package dev.verdict.policy.check;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.source.Located;
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
  private final Set<String> tenants = new HashSet<>();

  private UndeclaredNames(DeclaredNames declared) {
    this.declared = declared;
  }

  /**
   * Reports what is unknown, and what could be misspelt unnoticed.
   *
   * @param tenants that the schema declares; absent: any name is one
   */
  static void report(
      PolicyDeclarations declarations, Optional<Set<String>> tenants, Diagnostics diagnostics) {
    var names = new UndeclaredNames(new DeclaredNames(declarations, tenants, diagnostics));
    declarations.policies().forEach(names::policy);
    declarations.grants().forEach(names::grant);
  }

  private void policy(PolicyFile policy) {
    policy.rules().forEach(this::rule);
    policy.tenant().ifPresent(tenant -> overlay(tenant, policy));
  }

  private void rule(RuleDeclaration rule) {
    List<Located<String>> scopes =
        Stream.concat(rule.target().scopes().all().stream(), rule.target().scopes().any().stream())
            .toList();
    check(NameKind.SCOPES, scopes);
    if (rule.effect() == Effect.DENY) {
      undeclared(NameKind.SCOPES, scopes);
      undeclared(NameKind.ROLES, rule.target().roles());
    }
  }

  /** Once for each folder, however many policies are in it. */
  private void overlay(String tenant, PolicyFile policy) {
    boolean denies = policy.rules().stream().anyMatch(rule -> rule.effect() == Effect.DENY);
    if ((denies || declared.declares(NameKind.TENANTS)) && tenants.add(tenant)) {
      List<Located<String>> name = List.of(new Located<>(tenant, policy.name().span()));
      check(NameKind.TENANTS, name);
      undeclared(NameKind.TENANTS, name);
    }
  }

  private void grant(GrantDeclaration grant) {
    check(NameKind.TENANTS, List.of(grant.subjects().tenant(), grant.tenant()));
  }

  private void check(NameKind kind, List<Located<String>> written) {
    written.forEach(name -> declared.check(kind, name.value(), name.span()));
  }

  private void undeclared(NameKind kind, List<Located<String>> written) {
    written.forEach(name -> declared.warnOfDeny(kind, name));
  }
}
