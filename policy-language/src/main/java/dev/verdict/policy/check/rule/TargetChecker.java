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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
    Roles.Bearers bearers = roles.bearers(target.roles(), resource.name(), diagnostics);
    boolean noRole =
        !target.roles().isEmpty() && bearers.roles().isEmpty() && bearers.derived().isEmpty();
    warnWhereNobodyCanHave(target, bearers, actors.isEmpty() ? subjects : actors);
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

  /** Derived roles may be for other subjects than the rule is about. */
  private void warnWhereNobodyCanHave(
      TargetDeclaration target, Roles.Bearers bearers, Set<String> types) {
    Set<String> having =
        bearers.derived().stream()
            .flatMap(role -> role.subjectTypes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (bearers.roles().isEmpty()
        && !having.isEmpty()
        && !types.isEmpty()
        && Collections.disjoint(having, types)) {
      Located<String> first = target.roles().get(0);
      diagnostics.report(
          DiagnosticCode.NEVER_MATCHES,
          first.span(),
          "only `"
              + String.join("`, `", having)
              + "` can have the derived role `"
              + first.value()
              + "`, and the rule is about `"
              + String.join("`, `", new TreeSet<>(types))
              + "`, so it never matches");
    }
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
        written,
        schema.subjects(),
        DiagnosticCode.UNKNOWN_SUBJECT_TYPE,
        "unknown subject type ",
        this::subjectAdvice);
  }

  /** The names of a rule's {@code fields}; what is not declared is reported. */
  Set<String> fields(List<Located<String>> names) {
    return declared(
        names,
        resource.attributes(),
        DiagnosticCode.UNKNOWN_ATTRIBUTE,
        "resource type `" + resource.name() + "` has no attribute ",
        this::fieldAdvice);
  }

  /** Ids stand in conditions. */
  private String subjectAdvice(String written) {
    return schema.subjects().keySet().stream()
        .filter(type -> written.startsWith(type + ":"))
        .findFirst()
        .map(
            type ->
                "; write `"
                    + type
                    + "`, and `subject.id == '"
                    + written.substring(type.length() + 1)
                    + "'` in `when`")
        .orElseGet(() -> Suggestion.didYouMean(written, schema.subjects().keySet()));
  }

  private String fieldAdvice(String written) {
    Set<String> attributes = resource.attributes().keySet();
    if (written.equals("*")) {
      return "; leave `fields` out where all are meant";
    }
    if (written.startsWith("-") || written.startsWith("!")) {
      return "; write `fields: { except: [" + written.substring(1).strip() + "] }`";
    }
    String plain =
        written.startsWith("resource.") ? written.substring("resource.".length()) : written;
    int dot = plain.indexOf('.');
    if (dot > 0 && attributes.contains(plain.substring(0, dot))) {
      return "; only whole attributes are granted: `" + plain.substring(0, dot) + "`";
    }
    return attributes.contains(plain)
        ? "; did you mean `" + plain + "`?"
        : Suggestion.didYouMean(written, attributes);
  }

  private Set<String> declared(
      Collection<Located<String>> written,
      Map<String, ?> declared,
      DiagnosticCode code,
      String complaint,
      UnaryOperator<String> advice) {
    var names = new TreeSet<String>();
    for (Located<String> name : written) {
      if (declared.containsKey(name.value())) {
        names.add(name.value());
      } else {
        diagnostics.report(
            code, name.span(), complaint + "`" + name.value() + "`" + advice.apply(name.value()));
      }
    }
    return names;
  }

  private static Set<String> values(Collection<Located<String>> names) {
    return names.stream().map(Located::value).collect(Collectors.toUnmodifiableSet());
  }
}
