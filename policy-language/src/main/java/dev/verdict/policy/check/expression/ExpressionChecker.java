package dev.verdict.policy.check.expression;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.LocalVariable;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.BinaryOperator;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Syntax to typed expression, for one scope. Follows what is known of the request through {@code
 * &&}, {@code ||}, {@code !} and {@code ?:}; both sides of an operator are checked even where one
 * is wrong, so that an author sees all that is wrong at once.
 */
public final class ExpressionChecker {

  private final AccessChecker accesses;
  private final Variables variables;
  private final OperatorChecker operators;
  private final Functions functions;
  private final LiteralChecker literals;
  private final EntityTypes entities;
  private final Findings findings;
  private final Nesting nesting;
  private final Narrowing narrowing;
  private final Needs needs = new Needs();

  /**
   * @param nesting shared with what checks the definitions of the variables
   */
  public ExpressionChecker(
      Scope scope,
      Variables variables,
      Functions functions,
      Nesting nesting,
      Diagnostics diagnostics) {
    this.variables = variables;
    this.functions = functions;
    this.entities = scope.entities();
    this.nesting = nesting;
    this.narrowing = new Narrowing(scope);
    this.findings = new Findings(diagnostics);
    this.accesses =
        new AccessChecker(this, new AttributeChecker(scope, findings), variables, needs, findings);
    this.literals = new LiteralChecker(this, scope, findings);
    this.operators = new OperatorChecker(findings);
  }

  /** Follows names through attributes, for functions that take one unread. */
  public AccessChecker accesses() {
    return accesses;
  }

  /** The types that a reference may be to. */
  public EntityTypes entities() {
    return entities;
  }

  /** Takes what is wrong. */
  public Findings findings() {
    return findings;
  }

  /** A whole condition, which has to be true or false. */
  public Optional<Typed> checkCondition(Syntax syntax) {
    return checkFlag(syntax, Known.NOTHING);
  }

  /**
   * An expression of any type.
   *
   * @param known where it is evaluated
   */
  public Optional<Typed> check(Syntax syntax, Known known) {
    boolean within = nesting.enter();
    Optional<Typed> result = within ? syntax.accept(new Part(known)) : tooDeep(syntax.fragment());
    nesting.leave();
    return result;
  }

  /**
   * A variable's definition and what it needs to be present.
   *
   * @param typed the definition
   */
  public record Definition(Typed typed, Set<Place> needs) {
    public Definition {
      needs = Set.copyOf(needs);
    }
  }

  /** The definition of a variable, checked once for all its uses. */
  public Optional<Definition> checkDefinition(Syntax definition) {
    needs.begin();
    Optional<Typed> typed = check(definition, Known.NOTHING);
    Set<Place> needed = needs.end();
    return typed.map(value -> new Definition(value, needed));
  }

  /** The use of a variable, where all that it needs is present. */
  Optional<Typed> checkUse(Syntax.Name name, Known known) {
    Optional<Typed> used = variables.use(name);
    boolean within = nesting.reach(variables.depth(name.name()));
    if (used.isEmpty()) {
      return used;
    }
    return within ? used.filter(typed -> hasWhatItNeeds(name, known)) : tooDeep(name.fragment());
  }

  private boolean hasWhatItNeeds(Syntax.Name name, Known known) {
    for (Place place : variables.needs(name.name())) {
      if (!known.isPresent(place) && !needs.defer(place)) {
        findings.refuse(
            DiagnosticCode.UNGUARDED_OPTIONAL,
            name.fragment(),
            "`"
                + name.name()
                + "` reads `"
                + place
                + "`, which may be absent; guard it with `has("
                + place
                + ") && "
                + name.name()
                + "`");
        return false;
      }
    }
    return true;
  }

  private Optional<Typed> checkBinary(Syntax.Binary binary, Known known) {
    if (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR) {
      return checkJunction(binary, known);
    }
    if (binary.operator() == BinaryOperator.COALESCE) {
      return checkCoalesce(binary, known);
    }
    Optional<Typed> left = check(binary.left(), known);
    Optional<Typed> right = check(binary.right(), known);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return operators
        .check(binary, left.get().expression(), right.get().expression())
        .map(narrowing::typed);
  }

  private Optional<Typed> checkJunction(Syntax.Binary binary, Known known) {
    boolean and = binary.operator() == BinaryOperator.AND;
    Optional<Typed> left = checkFlag(binary.left(), known, written(binary.left()));
    Known further =
        left.map(typed -> known.and(and ? typed.whenTrue() : typed.whenFalse())).orElse(known);
    Optional<Typed> right = checkFlag(binary.right(), further, written(binary.right()));
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        and
            ? both(left.get(), right.get(), binary.fragment())
            : either(left.get(), right.get(), binary.fragment()));
  }

  private static Typed both(Typed left, Typed right, Fragment fragment) {
    return new Typed(
        new Expression.And(left.expression(), right.expression(), fragment),
        union(left.whenTrue(), right.whenTrue()),
        intersection(left.whenFalse(), right.whenFalse()));
  }

  private static Typed either(Typed left, Typed right, Fragment fragment) {
    return new Typed(
        new Expression.Or(left.expression(), right.expression(), fragment),
        intersection(left.whenTrue(), right.whenTrue()),
        union(left.whenFalse(), right.whenFalse()));
  }

  private Optional<Typed> checkNot(Syntax.Not not, Known known) {
    String precedence = "; `!` binds before comparisons: write `!(a == b)`";
    return checkFlag(not.operand(), known, precedence)
        .map(operand -> operand.negated(new Expression.Not(operand.expression(), not.fragment())));
  }

  private Optional<Typed> checkNegate(Syntax.Negate negate, Known known) {
    if (negate.operand() instanceof Syntax.NumberLiteral literal) {
      return literals.negative(literal, negate.fragment()).map(Typed::new);
    }
    return check(negate.operand(), known)
        .flatMap(operand -> operators.negate(operand.expression(), negate.fragment()))
        .map(Typed::new);
  }

  private Optional<Typed> checkConditional(Syntax.Conditional conditional, Known known) {
    Optional<Typed> test = checkFlag(conditional.test(), known);
    Optional<Typed> whenTrue =
        check(conditional.whenTrue(), test.map(typed -> known.and(typed.whenTrue())).orElse(known));
    Optional<Typed> whenFalse =
        check(
            conditional.whenFalse(), test.map(typed -> known.and(typed.whenFalse())).orElse(known));
    if (test.isEmpty() || whenTrue.isEmpty() || whenFalse.isEmpty()) {
      return Optional.empty();
    }
    return operators
        .choose(
            test.get().expression(),
            whenTrue.get().expression(),
            whenFalse.get().expression(),
            conditional.fragment())
        .map(Typed::new);
  }

  /** {@code a ?? b ?? c}: all but the last are attributes, which need no guard. */
  private Optional<Typed> checkCoalesce(Syntax.Binary binary, Known known) {
    var operands = new ArrayList<Syntax>();
    flatten(binary, operands);
    var candidates = new ArrayList<Expression.Lookup>();
    List<Syntax> attributesFirst = operands.subList(0, operands.size() - 1);
    for (Syntax operand : attributesFirst) {
      if (!accesses.isLookup(ungrouped(operand), known)) {
        return findings.refuse(
            DiagnosticCode.CONDITION_UNSUPPORTED,
            operand.fragment(),
            "what stands before `??` must be an attribute; set other parts in parentheses");
      }
      accesses.lookUp(ungrouped(operand), known).ifPresent(found -> candidates.add(found.lookup()));
    }
    Optional<Typed> fallback = check(operands.get(operands.size() - 1), known);
    if (fallback.isEmpty() || candidates.size() < attributesFirst.size()) {
      return Optional.empty();
    }
    return operators
        .coalesce(candidates, fallback.get().expression(), binary.fragment())
        .map(Typed::new);
  }

  private static void flatten(Syntax syntax, List<Syntax> operands) {
    if (syntax instanceof Syntax.Binary binary && binary.operator() == BinaryOperator.COALESCE) {
      flatten(binary.left(), operands);
      flatten(binary.right(), operands);
    } else {
      operands.add(syntax);
    }
  }

  /** The syntax without parentheses around it. */
  public static Syntax ungrouped(Syntax syntax) {
    return syntax instanceof Syntax.Group group ? ungrouped(group.inner()) : syntax;
  }

  /** What to write for a text or number beside {@code ||}, which others compare with both. */
  private static String written(Syntax operand) {
    return operand instanceof Syntax.TextLiteral || operand instanceof Syntax.NumberLiteral
        ? "; write each comparison out, or `a =~ ['x', 'y']` for one of several values"
        : "";
  }

  /** An expression that has to be true or false. */
  public Optional<Typed> checkFlag(Syntax syntax, Known known) {
    return checkFlag(syntax, known, "");
  }

  private Optional<Typed> checkFlag(Syntax syntax, Known known, String advice) {
    Optional<Typed> typed = check(syntax, known);
    if (typed.isEmpty()) {
      return typed;
    }
    Type type = typed.get().expression().type();
    return type == Simple.BOOL
        ? typed
        : findings.mismatch(
            syntax.fragment(),
            "this must be true or false, but it is " + Types.named(type) + advice);
  }

  private Optional<Typed> tooDeep(Fragment fragment) {
    return findings.refuse(
        DiagnosticCode.CONDITION_TOO_LARGE,
        fragment,
        "the condition and the variables in it are nested more than "
            + nesting.limit()
            + " deep; say it in fewer steps");
  }

  private static Set<Fact> union(Set<Fact> left, Set<Fact> right) {
    var result = new HashSet<>(left);
    result.addAll(right);
    return result;
  }

  private static Set<Fact> intersection(Set<Fact> left, Set<Fact> right) {
    var result = new HashSet<>(left);
    result.retainAll(right);
    return result;
  }

  /** Checks each kind of syntax, where so much is known. */
  private final class Part implements Syntax.Visitor<Optional<Typed>> {

    private final Known known;

    Part(Known known) {
      this.known = known;
    }

    @Override
    public Optional<Typed> flagLiteral(Syntax.FlagLiteral flag) {
      return Optional.of(new Typed(literals.flag(flag)));
    }

    @Override
    public Optional<Typed> numberLiteral(Syntax.NumberLiteral number) {
      return literals.number(number).map(Typed::new);
    }

    @Override
    public Optional<Typed> textLiteral(Syntax.TextLiteral text) {
      return Optional.of(new Typed(literals.text(text)));
    }

    @Override
    public Optional<Typed> listLiteral(Syntax.ListLiteral list) {
      return literals.list(list).map(Typed::new);
    }

    @Override
    public Optional<Typed> name(Syntax.Name name) {
      LocalVariable local = known.locals().get(name.name());
      if (local != null) {
        return Optional.of(new Typed(new Expression.Local(local, name.fragment())));
      }
      return accesses.isLookup(name, known)
          ? accesses.read(name, known).map(Typed::new)
          : checkUse(name, known);
    }

    @Override
    public Optional<Typed> access(Syntax.Access access) {
      return accesses.read(access, known).map(Typed::new);
    }

    @Override
    public Optional<Typed> call(Syntax.Call call) {
      return functions.check(call, known, ExpressionChecker.this);
    }

    @Override
    public Optional<Typed> group(Syntax.Group group) {
      return check(group.inner(), known);
    }

    @Override
    public Optional<Typed> not(Syntax.Not not) {
      return checkNot(not, known);
    }

    @Override
    public Optional<Typed> negate(Syntax.Negate negate) {
      return checkNegate(negate, known);
    }

    @Override
    public Optional<Typed> binary(Syntax.Binary binary) {
      return checkBinary(binary, known);
    }

    @Override
    public Optional<Typed> conditional(Syntax.Conditional conditional) {
      return checkConditional(conditional, known);
    }
  }
}
