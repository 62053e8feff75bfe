package dev.verdict.policy.rename;

import dev.verdict.policy.file.DerivedRoleDeclaration;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.ObligationDeclaration;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.file.TargetDeclaration;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the names in policies, variables, roles and grants. */
final class PolicyUses {

  private static final String WILDCARD = "*";

  private final PolicyDeclarations declarations;
  private final Schema schema;
  private final NameUses uses;

  /** Expressions of variables that some rule uses. */
  private final Set<VariableDeclaration> used = new HashSet<>();

  PolicyUses(PolicyDeclarations declarations, Schema schema, NameUses uses) {
    this.declarations = declarations;
    this.schema = schema;
    this.uses = uses;
  }

  void collect() {
    declarations.roles().ifPresent(this::roles);
    declarations.policies().forEach(this::policy);
    declarations.variables().forEach(this::unused);
    declarations.grants().forEach(this::grant);
  }

  private void roles(RolesFile file) {
    file.roles()
        .forEach(
            role -> {
              uses.whole(role.name(), Name.of(NameSort.ROLE, role.name().value()));
              uses.whole(role.includes(), NameSort.ROLE);
            });
    file.derived().forEach(this::derived);
  }

  private void derived(DerivedRoleDeclaration role) {
    uses.whole(role.name(), Name.of(NameSort.ROLE, role.name().value()));
    uses.whole(role.resources(), NameSort.TYPE);
    uses.whole(role.subjectTypes(), NameSort.TYPE);
    uses.whole(role.roles(), NameSort.ROLE);
    uses.whole(role.includes(), NameSort.ROLE);
    RuleScope scope =
        RuleScope.of(types(role.resources()), schema).about(role.subjectTypes(), List.of());
    role.condition()
        .syntax()
        .ifPresent(new ExpressionUses(scope, schema, VisibleVariables.none(), uses)::condition);
  }

  private void policy(PolicyFile policy) {
    uses.whole(policy.resource(), Name.of(NameSort.TYPE, policy.resource().value()));
    List<ResourceType> types = types(List.of(policy.resource()));
    RuleScope all = RuleScope.of(types, schema);
    actions(policy.tenantsMayPermit(), all);
    var variables = VisibleVariables.of(policy, declarations.variables());
    policy.rules().forEach(rule -> rule(rule, all, variables));
    used.addAll(variables.used());
    var expressions = new ExpressionUses(all, schema, variables, uses);
    policy.variables().stream()
        .filter(variable -> !used.contains(variable))
        .flatMap(variable -> variable.definition().syntax().stream())
        .forEach(expressions::condition);
  }

  /** No rule says what a variable is about that none uses, so it may be about anything. */
  private void unused(VariablesFile file) {
    var scope = RuleScope.of(schema.resources().values(), schema);
    var expressions = new ExpressionUses(scope, schema, VisibleVariables.of(file), uses);
    file.variables().stream()
        .filter(variable -> !used.contains(variable))
        .flatMap(variable -> variable.definition().syntax().stream())
        .forEach(expressions::condition);
  }

  private void rule(RuleDeclaration rule, RuleScope all, VisibleVariables variables) {
    TargetDeclaration target = rule.target();
    actions(target.actions(), all);
    uses.whole(target.subjectTypes(), NameSort.TYPE);
    uses.whole(target.actorTypes(), NameSort.TYPE);
    uses.whole(target.roles(), NameSort.ROLE);
    uses.whole(target.scopes().all(), NameSort.SCOPE);
    uses.whole(target.scopes().any(), NameSort.SCOPE);
    var fields = new NameDomain(NameSort.RESOURCE_ATTRIBUTE, all.resourceNames());
    rule.fields().ifPresent(written -> whole(written.names(), fields));
    RuleScope scope =
        all.about(target.subjectTypes(), target.actorTypes()).doing(named(target.actions(), all));
    var expressions = new ExpressionUses(scope, schema, variables, uses);
    rule.condition().flatMap(written -> written.syntax()).ifPresent(expressions::condition);
    rule.because()
        .flatMap(because -> because.accept(SentExpression.SYNTAX))
        .ifPresent(expressions::sent);
    Stream.of(rule.obligations(), rule.advice())
        .flatMap(Collection::stream)
        .flatMap(PolicyUses::computed)
        .forEach(expressions::sent);
  }

  private static Stream<Syntax> computed(ObligationDeclaration obligation) {
    return obligation.properties().stream()
        .flatMap(property -> property.accept(SentExpression.SYNTAX).stream());
  }

  /** Names of actions, and patterns that must go on meaning the same ones. */
  private void actions(List<Located<String>> written, RuleScope scope) {
    var names = new NameDomain(NameSort.ACTION, scope.resourceNames());
    for (Located<String> action : written) {
      if (!action.value().contains(WILDCARD)) {
        uses.whole(action, names);
      } else if (action.value().length() > 1) {
        uses.test(
            new NameUses.Test(
                action.span(), action.value(), names, name -> matches(action.value(), name)));
      }
    }
  }

  private static boolean matches(String pattern, String action) {
    String prefix = pattern.substring(0, pattern.length() - 1);
    return action.startsWith(prefix) && action.length() > prefix.length();
  }

  private static Set<String> named(List<Located<String>> written, RuleScope scope) {
    return scope.resources().stream()
        .flatMap(type -> type.actions().keySet().stream())
        .filter(action -> written.stream().anyMatch(each -> means(each.value(), action)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean means(String written, String action) {
    return written.contains(WILDCARD) ? matches(written, action) : written.equals(action);
  }

  private void grant(GrantDeclaration grant) {
    uses.whole(grant.subjects().type(), Name.of(NameSort.TYPE, grant.subjects().type().value()));
    uses.whole(grant.subjects().roles(), NameSort.ROLE);
    uses.whole(grant.resources(), NameSort.TYPE);
    actions(grant.actions(), RuleScope.of(types(grant.resources()), schema));
  }

  private void whole(List<Located<String>> written, NameDomain names) {
    written.forEach(each -> uses.whole(each, names));
  }

  private List<ResourceType> types(List<Located<String>> names) {
    var types = new ArrayList<ResourceType>();
    names.stream()
        .map(name -> schema.resources().get(name.value()))
        .filter(Objects::nonNull)
        .forEach(types::add);
    return types;
  }
}
