package dev.verdict.policy.check.role;

import dev.verdict.policy.check.expression.Nesting;
import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.variable.PolicyVariables;
import dev.verdict.policy.check.variable.VariableChecker;
import dev.verdict.policy.checked.DerivedRole;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.DerivedRoleDeclaration;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks {@code roles.yaml}: inclusion, and the conditions of derived roles. */
public final class RolesChecker {

  private final Schema schema;
  private final Diagnostics diagnostics;

  public RolesChecker(Schema schema, Diagnostics diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /** What is wrong is reported. */
  public Roles check(Optional<RolesFile> file) {
    var derived = new HashMap<String, Map<String, DerivedRole>>();
    Optional<RoleInclusion> inclusion = file.map(RoleInclusion::new);
    inclusion.ifPresent(found -> found.report(diagnostics));
    List<DerivedRoleDeclaration> declarations = file.map(RolesFile::derived).orElseGet(List::of);
    var meantFor = new HashMap<String, Set<String>>();
    for (DerivedRoleDeclaration role : declarations) {
      derived.put(role.name().value(), Map.of());
      meantFor.put(role.name().value(), meantFor(role));
    }
    var brought = new Roles(inclusion, Map.copyOf(derived), meantFor);
    declarations.forEach(role -> derived.put(role.name().value(), byResource(role, brought)));
    return new Roles(inclusion, derived, meantFor);
  }

  /** All types where one is misspelt or none is named: that is reported at the role. */
  private Set<String> meantFor(DerivedRoleDeclaration role) {
    Set<String> named =
        role.resources().stream().map(Located::value).collect(Collectors.toUnmodifiableSet());
    Set<String> known = schema.resources().keySet();
    return !named.isEmpty() && known.containsAll(named) ? named : known;
  }

  private Map<String, DerivedRole> byResource(DerivedRoleDeclaration role, Roles roles) {
    Set<String> prerequisites = roles.broughtFor(role.roles(), diagnostics);
    List<SubjectType> subjects = subjects(role.subjectTypes());
    var byResource = new HashMap<String, DerivedRole>();
    for (ResourceType resource : resources(role.resources())) {
      role.condition()
          .syntax()
          .filter(syntax -> !subjects.isEmpty())
          .flatMap(syntax -> typed(syntax, resource, subjects))
          .ifPresent(
              expression ->
                  byResource.put(
                      resource.name(),
                      new DerivedRole(
                          role.name().value(),
                          subjects.stream().map(SubjectType::name).collect(Collectors.toSet()),
                          prerequisites,
                          expression)));
    }
    return byResource;
  }

  private Optional<Expression> typed(
      Syntax condition, ResourceType resource, List<SubjectType> subjects) {
    var scope =
        new Scope(
            resource,
            subjects,
            List.of(),
            resource.actions().values(),
            schema.context(),
            schema.entities());
    return new VariableChecker(
            PolicyVariables.none(),
            List.of(),
            scope,
            new Nesting(diagnostics.limits()),
            diagnostics)
        .checkCondition(condition)
        .map(Typed::expression);
  }

  private List<ResourceType> resources(List<Located<String>> written) {
    var resources = new ArrayList<ResourceType>();
    for (Located<String> name : written) {
      ResourceType resource = schema.resources().get(name.value());
      if (resource == null) {
        reportUnknown(
            DiagnosticCode.UNKNOWN_RESOURCE_TYPE, "resource type", name, schema.resources());
      } else {
        resources.add(resource);
      }
    }
    return resources;
  }

  /** All where none is named. */
  private List<SubjectType> subjects(List<Located<String>> written) {
    if (written.isEmpty()) {
      return List.copyOf(schema.subjects().values());
    }
    var subjects = new ArrayList<SubjectType>();
    for (Located<String> name : written) {
      SubjectType subject = schema.subjects().get(name.value());
      if (subject == null) {
        reportUnknown(DiagnosticCode.UNKNOWN_SUBJECT_TYPE, "subject type", name, schema.subjects());
      } else {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  private void reportUnknown(
      DiagnosticCode code, String kind, Located<String> name, Map<String, ?> declared) {
    diagnostics.report(
        code,
        name.span(),
        "unknown "
            + kind
            + " `"
            + name.value()
            + "`"
            + Suggestion.didYouMean(name.value(), declared.keySet()));
  }
}
