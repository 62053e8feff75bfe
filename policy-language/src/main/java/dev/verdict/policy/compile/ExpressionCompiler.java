package dev.verdict.policy.compile;

import dev.verdict.policy.condition.AndNode;
import dev.verdict.policy.condition.AttributeHoldsNode;
import dev.verdict.policy.condition.AttributeIsNode;
import dev.verdict.policy.condition.AttributeOrderNode;
import dev.verdict.policy.condition.AttributesOrderNode;
import dev.verdict.policy.condition.CallOfManyNode;
import dev.verdict.policy.condition.CallOfOneNode;
import dev.verdict.policy.condition.CallOfTwoNode;
import dev.verdict.policy.condition.ChoiceNode;
import dev.verdict.policy.condition.CoalesceMemberNode;
import dev.verdict.policy.condition.CoalesceNode;
import dev.verdict.policy.condition.CompareNode;
import dev.verdict.policy.condition.ConstantNode;
import dev.verdict.policy.condition.ContainsNode;
import dev.verdict.policy.condition.DecimalArithmeticNode;
import dev.verdict.policy.condition.EmptyNode;
import dev.verdict.policy.condition.EndsWithNode;
import dev.verdict.policy.condition.EqualConstantNode;
import dev.verdict.policy.condition.EqualNode;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.HasMemberNode;
import dev.verdict.policy.condition.HasNode;
import dev.verdict.policy.condition.HasOneOfNode;
import dev.verdict.policy.condition.IntArithmeticNode;
import dev.verdict.policy.condition.LocalNode;
import dev.verdict.policy.condition.MatchesNode;
import dev.verdict.policy.condition.MemberNode;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.condition.NotNode;
import dev.verdict.policy.condition.OrNode;
import dev.verdict.policy.condition.QuantifierNode;
import dev.verdict.policy.condition.ReadNode;
import dev.verdict.policy.condition.SameAttributesNode;
import dev.verdict.policy.condition.SizeNode;
import dev.verdict.policy.condition.StartsWithNode;
import dev.verdict.policy.condition.ToDecimalNode;
import dev.verdict.policy.condition.VariableNode;
import dev.verdict.policy.condition.WithinNode;
import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.LocalVariable;
import dev.verdict.policy.expression.Quantifier;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.function.ValueFunction;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Typed expressions of one resource type to nodes. The same expression becomes the same node, so
 * what explains a condition shares its nodes.
 */
final class ExpressionCompiler implements Expression.Visitor<Node> {

  private final SlotTable slots;
  private final Hierarchy hierarchy;
  private final IdentityHashMap<Expression, Node> nodes = new IdentityHashMap<>();
  private final IdentityHashMap<Variable, Node> variables = new IdentityHashMap<>();
  private final Map<AttributePath, ReadNode> reads = new HashMap<>();

  /** Where the frame holds the element of each quantifier. */
  private final IdentityHashMap<LocalVariable, Integer> places = new IdentityHashMap<>();

  /** The places by how many quantifiers stand around one: those of one depth share theirs. */
  private final List<Integer> depths = new ArrayList<>();

  private int depth;
  private int remembered;

  /**
   * @param hierarchy what is stored of what lies in what
   */
  ExpressionCompiler(SlotTable slots, Hierarchy hierarchy) {
    this.slots = slots;
    this.hierarchy = hierarchy;
  }

  /** How many values the compiled expressions keep for a request. */
  int variableCount() {
    return remembered;
  }

  /** What was compiled so far, by its expression. */
  IdentityHashMap<Expression, Node> nodes() {
    return nodes;
  }

  /** A node whose value is found at most once for a request. */
  Node remembered(Expression definition) {
    return new VariableNode(remembered++, compile(definition), Prices.of(definition));
  }

  Node compile(Expression expression) {
    Node known = nodes.get(expression);
    if (known == null) {
      known = expression.accept(this);
      nodes.put(expression, known);
    }
    return known;
  }

  @Override
  public Node constant(Expression.Constant constant) {
    return new ConstantNode(constant.value());
  }

  @Override
  public Node read(Expression.Read read) {
    return read(read.path());
  }

  @Override
  public Node member(Expression.Member member) {
    return new MemberNode(compile(member.record()), member.index(), missing(member.path()));
  }

  @Override
  public Node use(Expression.Use use) {
    return variable(use.variable());
  }

  @Override
  public Node local(Expression.Local local) {
    return new LocalNode(Objects.requireNonNull(places.get(local.variable())));
  }

  @Override
  public Node choice(Expression.Choice choice) {
    return new ChoiceNode(
        compile(choice.test()), compile(choice.whenTrue()), compile(choice.whenFalse()));
  }

  @Override
  public Node size(Expression.Size size) {
    return new SizeNode(compile(size.operand()));
  }

  @Override
  public Node toDecimal(Expression.ToDecimal decimal) {
    return new ToDecimalNode(compile(decimal.operand()));
  }

  @Override
  public Node and(Expression.And and) {
    return new AndNode(operands(and, new ArrayList<>()));
  }

  @Override
  public Node or(Expression.Or or) {
    return new OrNode(operands(or, new ArrayList<>()));
  }

  /** All that the conjunction joins, within the conjunctions that it consists of too. */
  private List<Node> operands(Expression.And and, List<Node> found) {
    for (Expression operand : List.of(and.left(), and.right())) {
      if (operand instanceof Expression.And inner) {
        operands(inner, found);
      } else {
        found.add(compile(operand));
      }
    }
    return found;
  }

  private List<Node> operands(Expression.Or or, List<Node> found) {
    for (Expression operand : List.of(or.left(), or.right())) {
      if (operand instanceof Expression.Or inner) {
        operands(inner, found);
      } else {
        found.add(compile(operand));
      }
    }
    return found;
  }

  @Override
  public Node within(Expression.Within within) {
    return new WithinNode(compile(within.inner()), compile(within.outer()), hierarchy);
  }

  @Override
  public Node startsWith(Expression.StartsWith startsWith) {
    return new StartsWithNode(compile(startsWith.text()), compile(startsWith.part()));
  }

  @Override
  public Node endsWith(Expression.EndsWith endsWith) {
    return new EndsWithNode(compile(endsWith.text()), compile(endsWith.part()));
  }

  @Override
  public Node matches(Expression.Matches matches) {
    return new MatchesNode(compile(matches.text()), matches.pattern());
  }

  @Override
  public Node empty(Expression.Empty empty) {
    return new EmptyNode(compile(empty.operand()));
  }

  @Override
  public Node quantified(Expression.Quantified quantified) {
    Node collection = compile(quantified.collection());
    if (depth == depths.size()) {
      depths.add(remembered++);
    }
    int place = depths.get(depth);
    places.put(quantified.element(), place);
    depth++;
    Node condition = compile(quantified.condition());
    depth--;
    return new QuantifierNode(
        collection,
        place,
        condition,
        quantified.quantifier() == Quantifier.ANY,
        Prices.of(quantified.condition()));
  }

  /** The value of an attribute; an error where it is absent. */
  Node read(AttributePath path) {
    return reads.computeIfAbsent(
        path, wanted -> new ReadNode(slots.number(wanted), missing(wanted.toString())));
  }

  private static EvaluationError missing(String path) {
    return new EvaluationError("`" + path + "` is missing");
  }

  @Override
  public Node has(Expression.Has has) {
    return has.operand() instanceof Expression.Read read
        ? new HasNode(slots.number(read.path()))
        : new HasMemberNode(compile(has.operand()));
  }

  private Node variable(Variable variable) {
    Node known = variables.get(variable);
    if (known == null) {
      known = remembered(variable.definition());
      variables.put(variable, known);
    }
    return known;
  }

  @Override
  public Node coalesce(Expression.Coalesce coalesce) {
    Node result = compile(coalesce.fallback());
    List<Expression.Lookup> candidates = coalesce.candidates();
    for (int i = candidates.size() - 1; i >= 0; i--) {
      result =
          candidates.get(i) instanceof Expression.Read read
              ? new CoalesceNode(slots.number(read.path()), result)
              : new CoalesceMemberNode(compile(candidates.get(i)), result);
    }
    return result;
  }

  @Override
  public Node not(Expression.Not not) {
    // explanations evaluate the operand by itself, so that it needs a node of its own
    Node operand = compile(not.operand());
    return not.operand() instanceof Expression.Equal equal
        ? equal(equal, /* wanted= */ false)
        : new NotNode(operand);
  }

  @Override
  public Node equal(Expression.Equal equal) {
    return equal(equal, /* wanted= */ true);
  }

  private Node equal(Expression.Equal equal, boolean wanted) {
    if (equal.right() instanceof Expression.Constant constant) {
      return equal(compile(equal.left()), constant.value(), wanted);
    }
    if (equal.left() instanceof Expression.Constant constant) {
      return equal(compile(equal.right()), constant.value(), wanted);
    }
    Node left = compile(equal.left());
    Node right = compile(equal.right());
    return left instanceof ReadNode one && right instanceof ReadNode other
        ? new SameAttributesNode(one, other, wanted)
        : negatedUnless(wanted, new EqualNode(left, right));
  }

  private static Node equal(Node operand, Object constant, boolean wanted) {
    return operand instanceof ReadNode attribute
        ? new AttributeIsNode(attribute, constant, wanted)
        : negatedUnless(wanted, new EqualConstantNode(operand, constant));
  }

  private static Node negatedUnless(boolean wanted, Node node) {
    return wanted ? node : new NotNode(node);
  }

  @Override
  public Node compare(Expression.Compare compare) {
    Node left = compile(compare.left());
    Node right = compile(compare.right());
    if (compare.left().type() == Simple.INT && left instanceof ReadNode attribute) {
      if (compare.right() instanceof Expression.Constant constant) {
        return new AttributeOrderNode(attribute, compare.order(), (Long) constant.value());
      }
      if (right instanceof ReadNode other) {
        return new AttributesOrderNode(attribute, compare.order(), other);
      }
    }
    return new CompareNode(left, right, compare.order());
  }

  @Override
  public Node contains(Expression.Contains contains) {
    Node collection = compile(contains.collection());
    return collection instanceof ReadNode attribute
            && contains.element() instanceof Expression.Constant constant
        ? new AttributeHoldsNode(attribute, constant.value())
        : new ContainsNode(collection, compile(contains.element()));
  }

  @Override
  public Node arithmetic(Expression.Arithmetic arithmetic) {
    Node left = compile(arithmetic.left());
    Node right = compile(arithmetic.right());
    EvaluationError overflow = overflow(arithmetic.fragment());
    return arithmetic.type() == Simple.INT
        ? new IntArithmeticNode(left, right, arithmetic.operator(), overflow)
        : new DecimalArithmeticNode(left, right, arithmetic.operator(), overflow);
  }

  @Override
  public Node call(Expression.Call call) {
    ValueFunction function = call.function();
    if (function == CollectionFunction.CONTAINS_ANY
        && call.arguments().get(0).type() instanceof Type.SetOf
        && call.arguments().get(1) instanceof Expression.Constant constant) {
      return new HasOneOfNode(compile(call.arguments().get(0)), (Collection<?>) constant.value());
    }
    List<Node> arguments = call.arguments().stream().map(this::compile).toList();
    var failure = new EvaluationError("`" + call.fragment().text() + "` " + function.failure());
    return function.accept(
        new ValueFunction.Visitor<>() {
          @Override
          public Node ofOne(ValueFunction.OfOne one) {
            return new CallOfOneNode(one, arguments.get(0), failure);
          }

          @Override
          public Node ofTwo(ValueFunction.OfTwo two) {
            return new CallOfTwoNode(two, arguments.get(0), arguments.get(1), failure);
          }

          @Override
          public Node ofMany(ValueFunction.OfMany many) {
            return new CallOfManyNode(many, arguments, failure);
          }
        });
  }

  private static EvaluationError overflow(Fragment fragment) {
    return new EvaluationError("`" + fragment.text() + "` is too large");
  }
}
