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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks names that the repository shares with others, in targets of rules, grants and folders of
 * tenants: against what is declared, and where nothing is, that the repository says who does.
 */
final class UndeclaredNames {

  private final DeclaredNames declared;

  private UndeclaredNames(DeclaredNames declared) {
    this.declared = declared;
  }

  /**
   * Reports what is unknown, and what could be misspelt unnoticed. First come the denials: where
   * these are errors, nothing more is to be said of names of that kind.
   *
   * @param tenants that the schema declares; absent: any name is one
   */
  static void report(
      PolicyDeclarations declarations, Optional<Set<String>> tenants, Diagnostics diagnostics) {
    var names = new UndeclaredNames(new DeclaredNames(declarations, tenants, diagnostics));
    names.rules(declarations.policies(), Effect.DENY);
    names.rules(declarations.policies(), Effect.PERMIT);
    declarations.grants().forEach(names::grant);
  }

  private void rules(List<PolicyFile> policies, Effect effect) {
    Map<String, Located<String>> folders = new HashMap<>();
    for (PolicyFile policy : policies) {
      for (RuleDeclaration rule : policy.rules()) {
        if (rule.effect() == effect) {
          check(NameKind.SCOPES, scopes(rule), effect == Effect.DENY);
          checkStated(NameKind.ROLES, rule.target().roles(), effect == Effect.DENY);
          policy.tenant().ifPresent(tenant -> folders.putIfAbsent(tenant, place(tenant, policy)));
        }
      }
    }
    check(NameKind.TENANTS, List.copyOf(folders.values()), effect == Effect.DENY);
  }

  private static List<Located<String>> scopes(RuleDeclaration rule) {
    return Stream.concat(
            rule.target().scopes().all().stream(), rule.target().scopes().any().stream())
        .toList();
  }

  private static Located<String> place(String tenant, PolicyFile policy) {
    return new Located<>(tenant, policy.name().span());
  }

  private void grant(GrantDeclaration grant) {
    check(
        NameKind.TENANTS,
        List.of(grant.subjects().tenant(), grant.tenant()),
        /* opens= */ false);
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
