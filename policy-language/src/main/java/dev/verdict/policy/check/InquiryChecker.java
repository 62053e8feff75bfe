package dev.verdict.policy.check;

import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.Nesting;
import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.check.variable.PolicyVariables;
import dev.verdict.policy.check.variable.VariableChecker;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Types an expression that stands in no file, as if in a rule on one resource type, for one subject
 * type and one action, that is not about actors. It may be of any type and may use the variables of
 * all policies on the resource type and of all files of variables; of namesakes, the first.
 */
public final class InquiryChecker {

  private final PolicyDeclarations declarations;
  private final Schema schema;

  /** Of declarations that are free of errors by that schema. */
  public InquiryChecker(PolicyDeclarations declarations, Schema schema) {
    this.declarations = declarations;
    this.schema = schema;
  }

  /** The expression; empty, and reported, where it has no type. */
  public Optional<Expression> check(
      Syntax expression,
      SubjectType subject,
      ActionDeclaration action,
      ResourceType resource,
      Diagnostics diagnostics) {
    var scope =
        new Scope(
            resource,
            List.of(subject),
            List.of(),
            List.of(action),
            schema.context(),
            schema.entities());
    var checker =
        new VariableChecker(
            new PolicyVariables(variables(resource)),
            List.of(),
            scope,
            new Nesting(diagnostics.limits()),
            diagnostics);
    return checker.checkValue(expression, Known.NOTHING);
  }

  private List<VariableDeclaration> variables(ResourceType resource) {
    Map<String, VariableDeclaration> byName = new LinkedHashMap<>();
    Stream.concat(
            declarations.policies().stream()
                .filter(policy -> policy.resource().value().equals(resource.name()))
                .flatMap(policy -> policy.variables().stream()),
            declarations.variables().stream().flatMap(file -> file.variables().stream()))
        .forEach(variable -> byName.putIfAbsent(variable.name().value(), variable));
    return List.copyOf(byName.values());
  }
}
