package dev.verdict.policy.check;

import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.FieldsDeclaration;
import dev.verdict.policy.file.ObligationDeclaration;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.syntax.ConditionParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the rules of one policy. Rules with the same target share its variables. */
final class RuleChecker {

  /** What decides which attributes a condition may read. */
  private record Target(Set<String> subjectTypes, Set<String> actions) {
    static Target of(CheckedTarget target) {
      return new Target(target.subjectTypes(), target.actions());
    }
  }

  private final PolicyFile file;
  private final ResourceType resource;
  private final Schema schema;
  private final TargetChecker targets;
  private final PolicyVariables variables;
  private final Diagnostics diagnostics;
  private final Map<Target, VariableChecker> checkers = new HashMap<>();

  RuleChecker(
      PolicyFile file,
      ResourceType resource,
      Schema schema,
      TargetChecker targets,
      PolicyVariables variables,
      Diagnostics diagnostics) {
    this.file = file;
    this.resource = resource;
    this.schema = schema;
    this.targets = targets;
    this.variables = variables;
    this.diagnostics = diagnostics;
  }

  /** The rule; absent, and reported, where its target or condition does not hold. */
  Optional<CheckedRule> check(RuleDeclaration rule) {
    Optional<CheckedTarget> target = targets.check(rule.target());
    FieldGrant fields = rule.fields().map(this::fields).orElse(FieldGrant.ALL);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<Expression> condition = Optional.empty();
    if (rule.condition().isPresent()) {
      condition = condition(rule.condition().get(), Target.of(target.get()));
      if (condition.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new CheckedRule(
            reference(rule),
            rule.effect(),
            resource.name(),
            target.get(),
            condition,
            rule.because(),
            fields,
            obligations(rule.obligations()),
            obligations(rule.advice())));
  }

  /** Reports what no rule used; called after the last rule. */
  void finish() {
    var everything = new Target(schema.subjects().keySet(), resource.actions().keySet());
    variables.reportUnused(file.variables(), checkerFor(everything), diagnostics);
  }

  private Optional<Expression> condition(MappedText text, Target target) {
    return ConditionParser.parse(text, diagnostics)
        .flatMap(syntax -> checkerFor(target).checkCondition(syntax));
  }

  private VariableChecker checkerFor(Target target) {
    return checkers.computeIfAbsent(
        target, wanted -> new VariableChecker(variables, scope(wanted), diagnostics));
  }

  private Scope scope(Target target) {
    Map<String, SubjectType> subjects = schema.subjects();
    Map<String, ActionDeclaration> actions = resource.actions();
    return new Scope(
        resource,
        subjects.values().stream()
            .filter(type -> target.subjectTypes().contains(type.name()))
            .toList(),
        actions.values().stream()
            .filter(action -> target.actions().contains(action.name()))
            .toList(),
        schema.context());
  }

  private FieldGrant fields(FieldsDeclaration declaration) {
    Set<String> names = targets.fields(declaration.names());
    return declaration.except() ? FieldGrant.except(names) : FieldGrant.only(names);
  }

  private RuleReference reference(RuleDeclaration rule) {
    return new RuleReference(
        file.name().value(), rule.id().value(), rule.span().file(), rule.span().line());
  }

  private static List<Obligation> obligations(List<ObligationDeclaration> declarations) {
    return declarations.stream()
        .map(declared -> new Obligation(declared.id().value(), declared.properties()))
        .toList();
  }
}
