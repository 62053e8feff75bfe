package dev.verdict.policy.check.rule;

import dev.verdict.policy.check.role.Roles;
import dev.verdict.policy.checked.CheckedTarget;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.TargetDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Resolves the names in a rule's target. */
public final class TargetChecker {

  private final Schema schema;
  private final Roles roles;
  private final ResourceType resource;
  private final Diagnostics diagnostics;

  public TargetChecker(Schema schema, Roles roles, ResourceType resource, Diagnostics diagnostics) {
    this.schema = schema;
    this.roles = roles;
    this.resource = resource;
    this.diagnostics = diagnostics;
  }

  /**
   * The target of a rule; empty, and reported, where it has no action, no subject type, no actor or
   * no role that is declared.
   */
  Optional<CheckedTarget> check(TargetDeclaration target) {
    Set<String> named = actions(target.actions());
    Set<String> subjects = subjectTypes(target.subjectTypes());
    Set<String> actors = declaredSubjects(target.actorTypes());
    Roles.Bearers bearers = roles.bearers(target.roles(), resource.name());
    boolean noRole =
        !target.roles().isEmpty() && bearers.roles().isEmpty() && bearers.derived().isEmpty();
    boolean noActor = !target.actorTypes().isEmpty() && actors.isEmpty();
    return named.isEmpty() || subjects.isEmpty() || noRole || noActor
        ? Optional.empty()
        : Optional.of(
            new CheckedTarget(
                named,
                subjects,
                actors,
                bearers.roles(),
                bearers.derived(),
                values(target.scopes().all()),
                values(target.scopes().any()),
                target.validity()));
  }

  /** The actions that are meant; what means none is reported and left out. */
  public Set<String> actions(List<Located<String>> written) {
    return new ActionNames(resource, diagnostics).resolve(written);
  }

  /** The subject types of a rule, all where it names none. */
  private Set<String> subjectTypes(List<Located<String>> written) {
    return written.isEmpty() ? schema.subjects().keySet() : declaredSubjects(written);
  }

  private Set<String> declaredSubjects(List<Located<String>> written) {
    return declared(
        written, schema.subjects(), DiagnosticCode.UNKNOWN_SUBJECT_TYPE, "unknown subject type ");
  }

  /** The names of a rule's {@code fields}; what is not declared is reported. */
  Set<String> fields(List<Located<String>> names) {
    return declared(
        names,
        resource.attributes(),
        DiagnosticCode.UNKNOWN_ATTRIBUTE,
        "resource type `" + resource.name() + "` has no attribute ");
  }

  private Set<String> declared(
      Collection<Located<String>> written,
      Map<String, ?> declared,
      DiagnosticCode code,
      String complaint) {
    var names = new TreeSet<String>();
    for (Located<String> name : written) {
      if (declared.containsKey(name.value())) {
        names.add(name.value());
      } else {
        diagnostics.report(
            code,
            name.span(),
            complaint
                + "`"
                + name.value()
                + "`"
                + Suggestion.didYouMean(name.value(), declared.keySet()));
      }
    }
    return names;
  }

  private static Set<String> values(Collection<Located<String>> names) {
    return names.stream().map(Located::value).collect(Collectors.toUnmodifiableSet());
  }
}
