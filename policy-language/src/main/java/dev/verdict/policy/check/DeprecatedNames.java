package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DerivedRoleDeclaration;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RoleDeclaration;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Warns where policies, roles and grants name a role, an action or a field that is deprecated. What
 * conditions read is told where they are typed. Patterns such as {@code *} name nothing.
 */
final class DeprecatedNames {

  private final Schema schema;
  private final Map<String, String> roles;
  private final Diagnostics diagnostics;

  private DeprecatedNames(Schema schema, Map<String, String> roles, Diagnostics diagnostics) {
    this.schema = schema;
    this.roles = roles;
    this.diagnostics = diagnostics;
  }

  static void report(PolicyDeclarations declarations, Schema schema, Diagnostics diagnostics) {
    Map<String, String> roles =
        declarations.roles().map(DeprecatedNames::reasons).orElseGet(Map::of);
    var names = new DeprecatedNames(schema, roles, diagnostics);
    declarations.roles().ifPresent(names::roles);
    declarations.policies().forEach(names::policy);
    declarations.grants().forEach(names::grant);
  }

  private static Map<String, String> reasons(RolesFile file) {
    var reasons = new HashMap<String, String>();
    for (RoleDeclaration role : file.roles()) {
      role.deprecated().ifPresent(reason -> reasons.put(role.name().value(), reason));
    }
    for (DerivedRoleDeclaration role : file.derived()) {
      role.deprecated().ifPresent(reason -> reasons.put(role.name().value(), reason));
    }
    return reasons;
  }

  private void roles(RolesFile file) {
    file.roles().forEach(role -> warn("role", role.includes(), roles));
    for (DerivedRoleDeclaration role : file.derived()) {
      warn("role", role.roles(), roles);
      warn("role", role.includes(), roles);
    }
  }

  private void policy(PolicyFile policy) {
    Optional<ResourceType> type =
        Optional.ofNullable(schema.resources().get(policy.resource().value()));
    Map<String, String> actions = type.map(DeprecatedNames::actions).orElseGet(Map::of);
    Map<String, String> fields = type.map(DeprecatedNames::fields).orElseGet(Map::of);
    warn("action", policy.tenantsMayPermit(), actions);
    for (RuleDeclaration rule : policy.rules()) {
      warn("action", rule.target().actions(), actions);
      warn("role", rule.target().roles(), roles);
      rule.fields().ifPresent(written -> warn("field", written.names(), fields));
    }
  }

  private void grant(GrantDeclaration grant) {
    warn("role", grant.subjects().roles(), roles);
    for (Located<String> resource : grant.resources()) {
      Optional.ofNullable(schema.resources().get(resource.value()))
          .ifPresent(type -> warn("action", grant.actions(), actions(type)));
    }
  }

  private static Map<String, String> actions(ResourceType type) {
    return type.actions().values().stream()
        .filter(action -> action.deprecated().isPresent())
        .collect(
            Collectors.toMap(ActionDeclaration::name, action -> action.deprecated().orElseThrow()));
  }

  private static Map<String, String> fields(ResourceType type) {
    return type.attributes().values().stream()
        .filter(attribute -> attribute.deprecated().isPresent())
        .collect(
            Collectors.toMap(
                AttributeDeclaration::name, attribute -> attribute.deprecated().orElseThrow()));
  }

  private void warn(String kind, List<Located<String>> written, Map<String, String> reasons) {
    for (Located<String> name : written) {
      String reason = reasons.get(name.value());
      if (reason != null) {
        diagnostics.report(
            DiagnosticCode.DEPRECATED,
            name.span(),
            "the " + kind + " `" + name.value() + "` is deprecated: " + reason);
      }
    }
  }
}
