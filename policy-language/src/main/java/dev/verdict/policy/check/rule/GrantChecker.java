package dev.verdict.policy.check.rule;

import dev.verdict.policy.check.role.Roles;
import dev.verdict.policy.checked.CheckedGrant;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves the names in cross-tenant grants. A grant says exactly what it is for, so there are no
 * wildcards in it: what is declared later is not granted by what was written before.
 */
public final class GrantChecker {

  private final Schema schema;
  private final Roles roles;
  private final Diagnostics diagnostics;

  public GrantChecker(Schema schema, Roles roles, Diagnostics diagnostics) {
    this.schema = schema;
    this.roles = roles;
    this.diagnostics = diagnostics;
  }

  /** The grants, in the same order; one with something wrong is reported and left out. */
  public List<CheckedGrant> check(List<GrantDeclaration> grants) {
    var checked = new ArrayList<CheckedGrant>();
    for (GrantDeclaration grant : grants) {
      int errors = diagnostics.errors();
      Set<String> brought = roles.broughtFor(grant.subjects().roles(), diagnostics);
      checkSubjects(grant.subjects());
      checkTenants(grant);
      grant.resources().forEach(resource -> checkResource(resource, grant.actions()));
      if (diagnostics.errors() == errors) {
        checked.add(checked(grant, brought));
      }
    }
    return checked;
  }

  private void checkSubjects(GrantDeclaration.Subjects subjects) {
    if (!schema.subjects().containsKey(subjects.type().value())) {
      reportUnknown(
          DiagnosticCode.UNKNOWN_SUBJECT_TYPE,
          "unknown subject type ",
          subjects.type(),
          Suggestion.didYouMean(subjects.type().value(), schema.subjects().keySet()));
    }
    subjects.ids().forEach(this::refuseWildcard);
    subjects.roles().forEach(this::refuseWildcard);
  }

  private void checkTenants(GrantDeclaration grant) {
    refuseWildcard(grant.subjects().tenant());
    refuseWildcard(grant.tenant());
    if (grant.subjects().tenant().value().equals(grant.tenant().value())) {
      report(
          DiagnosticCode.WRONG_SHAPE,
          grant.tenant().span(),
          "the subjects belong to `"
              + grant.tenant().value()
              + "` themselves; a grant leads from one tenant to another");
    }
  }

  private void checkResource(Located<String> name, List<Located<String>> actions) {
    ResourceType resource = schema.resources().get(name.value());
    if (resource == null) {
      reportUnknown(
          DiagnosticCode.UNKNOWN_RESOURCE_TYPE,
          "unknown resource type ",
          name,
          Suggestion.didYouMean(name.value(), schema.resources().keySet()));
      return;
    }
    if (resource.tenantAttribute().isEmpty()) {
      report(
          DiagnosticCode.NOT_TENANT_ISOLATED,
          name.span(),
          "resources of type `"
              + name.value()
              + "` belong to no tenant, so nobody needs a grant for them");
      return;
    }
    actions.stream()
        .filter(
            action ->
                ActionPattern.isPattern(action.value())
                    || !resource.actions().containsKey(action.value()))
        .forEach(
            action ->
                reportUnknown(
                    DiagnosticCode.UNKNOWN_ACTION,
                    "resource type `" + resource.name() + "` has no action ",
                    action,
                    ActionNames.advice(action.value(), resource)));
  }

  private void refuseWildcard(Located<String> name) {
    if (name.value().contains(ActionPattern.ALL)) {
      report(
          DiagnosticCode.WRONG_SHAPE,
          name.span(),
          "`" + name.value() + "` would name exactly that; a grant has no wildcards");
    }
  }

  private void reportUnknown(
      DiagnosticCode code, String complaint, Located<String> name, String advice) {
    report(
        code,
        name.span(),
        complaint
            + "`"
            + name.value()
            + "`"
            + (name.value().contains(ActionPattern.ALL) ? "; a grant has no wildcards" : advice));
  }

  private void report(DiagnosticCode code, Span span, String message) {
    diagnostics.report(code, span, message);
  }

  private static CheckedGrant checked(GrantDeclaration grant, Set<String> brought) {
    return new CheckedGrant(
        grant.id().value(),
        grant.subjects().type().value(),
        grant.subjects().tenant().value(),
        values(grant.subjects().ids()),
        brought,
        grant.tenant().value(),
        values(grant.resources()),
        values(grant.actions()),
        grant.validity());
  }

  private static Set<String> values(List<Located<String>> names) {
    return names.stream().map(Located::value).collect(Collectors.toUnmodifiableSet());
  }
}
