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
 * Checks names that the repository shares with others, in targets of rules, grants and folders of
 * tenants: against what is declared, and where nothing is, that the repository says who does.
 */
final class UndeclaredNames {

  private final DeclaredNames declared;
  private final Set<String> folders = new HashSet<>();
  private final Set<String> denying = new HashSet<>();

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
    var declared = new DeclaredNames(declarations, tenants, diagnostics);
    var names = new UndeclaredNames(declared);
    declarations.policies().forEach(names::policy);
    declarations.grants().forEach(names::grant);
    declared.reportUnstated();
  }

  private void policy(PolicyFile policy) {
    for (RuleDeclaration rule : policy.rules()) {
      boolean opens = rule.effect() == Effect.DENY;
      check(NameKind.SCOPES, scopes(rule), opens);
      checkStated(NameKind.ROLES, rule.target().roles(), opens);
    }
    policy.tenant().ifPresent(tenant -> overlay(tenant, policy));
  }

  /** Of several policies in a folder the first stands for it. */
  private void overlay(String tenant, PolicyFile policy) {
    boolean opens = policy.rules().stream().anyMatch(rule -> rule.effect() == Effect.DENY);
    var name = new Located<>(tenant, policy.name().span());
    if (folders.add(tenant)) {
      declared.check(NameKind.TENANTS, tenant, name.span());
    }
    if (!opens || denying.add(tenant)) {
      declared.checkStated(NameKind.TENANTS, name, opens);
    }
  }

  private static List<Located<String>> scopes(RuleDeclaration rule) {
    return Stream.concat(
            rule.target().scopes().all().stream(), rule.target().scopes().any().stream())
        .toList();
  }

  private void grant(GrantDeclaration grant) {
    check(NameKind.TENANTS, List.of(grant.subjects().tenant(), grant.tenant()), /* opens= */ false);
    checkStated(NameKind.ROLES, grant.subjects().roles(), /* opens= */ false);
  }

  private void check(NameKind kind, List<Located<String>> written, boolean opens) {
    written.forEach(name -> declared.check(kind, name.value(), name.span()));
    checkStated(kind, written, opens);
  }

  /** Unknown roles are reported with the target, which knows the derived ones. */
  private void checkStated(NameKind kind, List<Located<String>> written, boolean opens) {
    written.forEach(name -> declared.checkStated(kind, name, opens));
  }
}
