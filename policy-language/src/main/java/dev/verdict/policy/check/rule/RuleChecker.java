package dev.verdict.policy.check.rule;

import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.variable.ConditionTarget;
import dev.verdict.policy.check.variable.Import;
import dev.verdict.policy.check.variable.PolicyVariables;
import dev.verdict.policy.check.variable.SharedVariables;
import dev.verdict.policy.check.variable.VariableChecker;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.checked.CheckedTarget;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.FieldsDeclaration;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the rules of one policy. Rules with the same target share its variables. */
public final class RuleChecker {

  private final PolicyFile file;
  private final ResourceType resource;
  private final Schema schema;
  private final TargetChecker targets;
  private final PolicyVariables variables;
  private final SharedVariables shared;
  private final List<Import> imports;
  private final Diagnostics diagnostics;
  private final Map<ConditionTarget, VariableChecker> checkers = new HashMap<>();

  public RuleChecker(
      PolicyFile file,
      ResourceType resource,
      Schema schema,
      TargetChecker targets,
      SharedVariables shared,
      Diagnostics diagnostics) {
    this.file = file;
    this.resource = resource;
    this.schema = schema;
    this.targets = targets;
    this.variables = new PolicyVariables(file.variables());
    this.shared = shared;
    this.imports = shared.imports(file);
    if (imports.size() < file.imports().size()) {
      variables.lackImports();
    }
    this.diagnostics = diagnostics;
  }

  /** The rule; absent, and reported, where its target or condition does not hold. */
  public Optional<CheckedRule> check(RuleDeclaration rule) {
    Optional<CheckedRule> checked = checked(rule);
    if (checked.isEmpty()) {
      useEverything();
    }
    return checked;
  }

  private Optional<CheckedRule> checked(RuleDeclaration rule) {
    Optional<CheckedTarget> target = targets.check(rule.target());
    FieldGrant fields = rule.fields().map(this::fields).orElse(FieldGrant.ALL);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    VariableChecker checker = checkerFor(ConditionTarget.of(target.get(), resource));
    Optional<Typed> condition = Optional.empty();
    if (rule.condition().isPresent()) {
      condition = rule.condition().get().syntax().flatMap(checker::checkCondition);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
    }
    Known matched =
        condition.map(typed -> Known.NOTHING.and(typed.whenTrue())).orElse(Known.NOTHING);
    var becauses = new BecauseChecker(checker, matched, diagnostics);
    var obligations = new ObligationChecker(checker, matched, diagnostics);
    return Optional.of(
        new CheckedRule(
            reference(rule),
            rule.id().span(),
            rule.effect(),
            resource.name(),
            target.get(),
            condition.map(Typed::expression),
            rule.because().flatMap(because -> because.accept(becauses)),
            fields,
            obligations.check(rule.obligations()),
            obligations.check(rule.advice())));
  }

  /** Of a rule that has errors nobody knows what it will use when they are mended. */
  private void useEverything() {
    variables.useAll();
    imports.forEach(Import::useAll);
  }

  /** Reports what no rule used; called after the last rule. */
  public void finish() {
    variables.reportUnused(diagnostics);
    imports.stream()
        .filter(each -> !each.isUsed())
        .map(Import::written)
        .forEach(
            unused ->
                diagnostics.report(
                    DiagnosticCode.UNUSED_IMPORT,
                    unused.span(),
                    "no rule of this policy uses a variable of `" + unused.value() + "`"));
  }

  private VariableChecker checkerFor(ConditionTarget target) {
    return checkers.computeIfAbsent(target, this::newChecker);
  }

  private VariableChecker newChecker(ConditionTarget target) {
    Scope scope = target.scope(schema, resource);
    List<VariableChecker.Imported> imported =
        imports.stream()
            .map(each -> new VariableChecker.Imported(each, shared.checker(each, target, scope)))
            .toList();
    return new VariableChecker(variables, imported, scope, shared.nesting(), diagnostics);
  }

  private FieldGrant fields(FieldsDeclaration declaration) {
    Set<String> names = targets.fields(declaration.names());
    return declaration.except() ? FieldGrant.except(names) : FieldGrant.only(names);
  }

  private RuleReference reference(RuleDeclaration rule) {
    return new RuleReference(
        file.name().value(), rule.id().value(), rule.span().file(), rule.span().line());
  }
}
