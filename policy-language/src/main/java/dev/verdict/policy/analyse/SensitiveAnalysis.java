package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.Duty;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds attributes whose values would leave, as they are or by what a reason gives away. */
final class SensitiveAnalysis {

  private final Schema schema;
  private final Diagnostics diagnostics;

  SensitiveAnalysis(Schema schema, Diagnostics diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    rule.because()
        .flatMap(because -> rule.condition())
        .ifPresent(
            condition ->
                new Walk(
                        rule,
                        DiagnosticCode.SENSITIVE_ATTRIBUTE,
                        "decides over a rule with a `because`, so the reason gives it away; leave"
                            + " out `because`")
                    .visit(condition, Optional.empty()));
    rule.computedBecause()
        .ifPresent(
            because ->
                new Walk(
                        rule,
                        DiagnosticCode.SENSITIVE_REASON,
                        "would be told as a reason; leave it out")
                    .visit(because, Optional.empty()));
    for (Duty duty : rule.obligations()) {
      analyse(rule, duty, "reaches the caller with an obligation");
    }
    for (Duty duty : rule.advice()) {
      analyse(rule, duty, "reaches the caller with an advice");
    }
  }

  private void analyse(RuleTree rule, Duty duty, String complaint) {
    var walk = new Walk(rule, DiagnosticCode.SENSITIVE_ATTRIBUTE, complaint);
    duty.expressions().forEach(expression -> walk.visit(expression, Optional.empty()));
  }

  /** One expression of a rule. Each attribute is reported once, where the rule speaks of it. */
  private final class Walk {
    private final RuleTree rule;
    private final DiagnosticCode code;
    private final String complaint;
    private final Set<AttributePath> reported = new HashSet<>();
    private final Set<Variable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Walk(RuleTree rule, DiagnosticCode code, String complaint) {
      this.rule = rule;
      this.code = code;
      this.complaint = complaint;
    }

    /**
     * @param use of a variable that the expression belongs to, in the rule itself
     */
    void visit(Expression expression, Optional<Fragment> use) {
      Fragment place = use.orElse(expression.fragment());
      if (expression instanceof Expression.Use variable) {
        if (seen.add(variable.variable())) {
          visit(variable.variable().definition(), Optional.of(place));
        }
        return;
      }
      if (expression instanceof Expression.Read read) {
        read(read.path(), place);
      }
      for (Expression operand : expression.operands()) {
        visit(operand, use);
      }
    }

    private void read(AttributePath path, Fragment place) {
      if (isSensitive(path) && reported.add(path)) {
        diagnostics.report(
            code, place.span(), "the sensitive attribute `" + path + "` " + complaint);
      }
    }

    private boolean isSensitive(AttributePath path) {
      return owners(path)
          .map(attributes -> Optional.ofNullable(attributes.get(path.name())))
          .anyMatch(declared -> declared.map(AttributeDeclaration::sensitive).orElse(false));
    }

    private Stream<Map<String, AttributeDeclaration>> owners(AttributePath path) {
      return switch (path.root()) {
        case SUBJECT -> subjects(rule.names(Kind.SUBJECT_TYPES));
        case ACTED_FOR -> subjects(rule.names(Kind.ACTED_FOR_TYPES));
        case ACTOR -> subjects(rule.names(Kind.ACTOR_TYPES));
        case RESOURCE -> resource().map(ResourceType::attributes);
        case ACTION ->
            resource()
                .flatMap(type -> type.actions().values().stream())
                .filter(action -> rule.actions().contains(action.name()))
                .map(ActionDeclaration::attributes);
        case CONTEXT -> Stream.of(schema.context());
      };
    }

    private Stream<Map<String, AttributeDeclaration>> subjects(Set<String> names) {
      return schema.subjects().values().stream()
          .filter(type -> names.contains(type.name()))
          .map(SubjectType::attributes);
    }

    private Stream<ResourceType> resource() {
      return Optional.ofNullable(schema.resources().get(rule.resource())).stream();
    }
  }
}
