package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.ConditionVisitor;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through the parts of a rule's conditions that are true or false by themselves. */
final class PartWalk {

  /**
   * A part.
   *
   * @param test what is asked
   * @param written what stands there: the test, or its opposite, as in {@code a != b}
   * @param sense of the test
   * @param place where the rule speaks of it: for what stands in a variable, the variable's use
   */
  record Part(Expression test, Expression written, Sense sense, Fragment place) {}

  private final Consumer<Part> visitor;
  private final Set<Variable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PartWalk(Consumer<Part> visitor) {
    this.visitor = visitor;
  }

  /** Those of the condition and of the derived roles that the rule asks for; each variable once. */
  static void walk(RuleTree rule, Consumer<Part> visitor) {
    var walk = new PartWalk(visitor);
    rule.condition()
        .ifPresent(condition -> walk.condition(condition, Sense.HELPS, Optional.empty()));
    rule.requirement(Kind.DERIVED_ROLES)
        .map(Requirement::expression)
        .ifPresent(condition -> walk.condition(condition, Sense.HELPS, Optional.empty()));
  }

  /** Those within the values of obligations and advice; each variable once. */
  static void walkValues(RuleTree rule, Consumer<Part> visitor) {
    var walk = new PartWalk(visitor);
    rule.values().forEach(value -> walk.value(value, Optional.empty()));
  }

  /** The expression that variables stand for. */
  static Expression defined(Expression expression) {
    return expression instanceof Expression.Use use
        ? defined(use.variable().definition())
        : expression;
  }

  private void condition(Expression condition, Sense sense, Optional<Fragment> use) {
    ConditionVisitor.visit(condition, new Joined(sense, use));
  }

  /** What an expression that is no condition is made of may hold conditions. */
  private void value(Expression value, Optional<Fragment> use) {
    if (value.type() == Simple.BOOL) {
      condition(value, Sense.EITHER, use);
    } else if (value instanceof Expression.Use variable) {
      if (seen.add(variable.variable())) {
        value(variable.variable().definition(), use.or(() -> Optional.of(variable.fragment())));
      }
    } else {
      value.operands().forEach(operand -> value(operand, use));
    }
  }

  private final class Joined implements ConditionVisitor<Boolean> {

    private final Sense sense;
    private final Optional<Fragment> use;

    Joined(Sense sense, Optional<Fragment> use) {
      this.sense = sense;
      this.use = use;
    }

    @Override
    public Boolean and(Expression.And and) {
      condition(and.left(), sense, use);
      condition(and.right(), sense, use);
      return true;
    }

    @Override
    public Boolean or(Expression.Or or) {
      condition(or.left(), sense, use);
      condition(or.right(), sense, use);
      return true;
    }

    @Override
    public Boolean not(Expression.Not not) {
      if (not.fragment().equals(not.operand().fragment())) {
        report(not.operand(), not, sense.opposite());
      } else {
        condition(not.operand(), sense.opposite(), use);
      }
      return true;
    }

    @Override
    public Boolean choice(Expression.Choice choice) {
      condition(choice.test(), Sense.EITHER, use);
      condition(choice.whenTrue(), sense, use);
      condition(choice.whenFalse(), sense, use);
      return true;
    }

    @Override
    public Boolean use(Expression.Use used) {
      if (seen.add(used.variable())) {
        condition(used.variable().definition(), sense, use.or(() -> Optional.of(used.fragment())));
      }
      return true;
    }

    @Override
    public Boolean test(Expression test) {
      report(test, test, sense);
      return true;
    }

    private void report(Expression test, Expression written, Sense sense) {
      visitor.accept(new Part(test, written, sense, use.orElse(test.fragment())));
      if (test instanceof Expression.Quantified quantified) {
        value(quantified.collection(), use);
        condition(quantified.condition(), sense, use);
      } else {
        test.operands().forEach(operand -> value(operand, use));
      }
    }
  }
}
