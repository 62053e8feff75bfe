package dev.verdict.policy.tree;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Order;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Span;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Writes expressions that stand in no {@code when}: all belong to one place of the repository. */
final class Terms {

  private static final Type NAMES = new Type.SetOf(Simple.STRING);

  private final Fragment place;

  /**
   * @param name what stands at that place: the id of a rule or a grant
   */
  Terms(String name, Span place) {
    MappedText source = MappedText.verbatim(name, place);
    this.place = new Fragment(source, 0, name.length());
  }

  Expression text(String value) {
    return new Expression.Constant(value, Simple.STRING, place);
  }

  Expression names(Set<String> names) {
    return new Expression.Constant(Set.copyOf(names), NAMES, place);
  }

  Expression.Read read(Root root, String name) {
    return read(root, name, Simple.STRING);
  }

  Expression.Read read(Root root, String name, Type type) {
    return new Expression.Read(new AttributePath(root, name), type, place);
  }

  /** A string attribute, or something else where it is absent. */
  Expression readOr(Root root, String name, Expression fallback) {
    return new Expression.Coalesce(List.of(read(root, name)), fallback, Simple.STRING, place);
  }

  /** A set of names that the subject has; none where it is absent. */
  private Expression namesOfSubject(String attribute) {
    return new Expression.Coalesce(
        List.of(read(Root.SUBJECT, attribute, NAMES)), names(Set.of()), NAMES, place);
  }

  Expression isAmong(Expression text, Set<String> names) {
    return new Expression.Contains(names(names), text, place);
  }

  Expression hasOneOf(String attribute, Set<String> names) {
    return call(CollectionFunction.CONTAINS_ANY, attribute, names);
  }

  Expression hasAllOf(String attribute, Set<String> names) {
    return call(CollectionFunction.CONTAINS_ALL, attribute, names);
  }

  private Expression call(CollectionFunction function, String attribute, Set<String> names) {
    return new Expression.Call(function, List.of(namesOfSubject(attribute), names(names)), place);
  }

  Expression notBefore(Instant from) {
    return now(Order.GREATER_OR_EQUAL, from);
  }

  Expression before(Instant until) {
    return now(Order.LESS, until);
  }

  private Expression now(Order order, Instant instant) {
    return new Expression.Compare(
        order,
        read(Root.CONTEXT, "now", Simple.TIMESTAMP),
        new Expression.Constant(instant, Simple.TIMESTAMP, place),
        place);
  }

  Expression equal(Expression left, Expression right) {
    return new Expression.Equal(left, right, place);
  }

  /** Whether a string has something in it. */
  Expression filled(Expression text) {
    return not(new Expression.Empty(text, place));
  }

  Expression not(Expression operand) {
    return new Expression.Not(operand, place);
  }

  Expression choice(Expression test, Expression whenTrue, Expression whenFalse) {
    return new Expression.Choice(test, whenTrue, whenFalse, whenTrue.type(), place);
  }

  /**
   * @param operands at least one
   */
  Expression all(List<Expression> operands) {
    Iterator<Expression> each = operands.iterator();
    Expression joined = each.next();
    while (each.hasNext()) {
      joined = new Expression.And(joined, each.next(), place);
    }
    return joined;
  }

  /**
   * @param operands at least one
   */
  Expression any(List<Expression> operands) {
    Iterator<Expression> each = operands.iterator();
    Expression joined = each.next();
    while (each.hasNext()) {
      joined = new Expression.Or(joined, each.next(), place);
    }
    return joined;
  }

  Expression use(Variable variable) {
    return new Expression.Use(variable, place);
  }
}
