package dev.verdict.policy.rename;

import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.syntax.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the names in expressions without errors, for rules of one scope: attributes behind dots,
 * and texts that are compared with types, actions, roles, scopes and fields.
 */
final class ExpressionUses implements Syntax.Visitor<Meaning> {

  private final AttributeUses attributes;
  private final VisibleVariables variables;
  private final NameUses uses;
  private boolean isSent;
  private final Map<String, Meaning> ofVariables = new HashMap<>();
  private final Map<String, Meaning> locals = new HashMap<>();

  ExpressionUses(RuleScope scope, Schema schema, VisibleVariables variables, NameUses uses) {
    this.attributes = new AttributeUses(scope, schema, uses);
    this.variables = variables;
    this.uses = uses;
  }

  /** A condition, or what is used nowhere. */
  void condition(Syntax syntax) {
    syntax.accept(this);
  }

  /** An expression whose value callers are sent. */
  void sent(Syntax syntax) {
    isSent = true;
    leak(syntax, syntax.accept(this), /* isSent= */ true);
    isSent = false;
    literal(syntax, NameDomain.NONE);
  }

  @Override
  public Meaning flagLiteral(Syntax.FlagLiteral syntax) {
    return Meaning.PLAIN;
  }

  @Override
  public Meaning numberLiteral(Syntax.NumberLiteral syntax) {
    return Meaning.PLAIN;
  }

  @Override
  public Meaning textLiteral(Syntax.TextLiteral syntax) {
    return Meaning.PLAIN;
  }

  @Override
  public Meaning listLiteral(Syntax.ListLiteral syntax) {
    syntax.items().forEach(item -> item.accept(this));
    return Meaning.PLAIN;
  }

  @Override
  public Meaning name(Syntax.Name syntax) {
    Meaning local = locals.get(syntax.name());
    return local != null ? local : variable(syntax.name());
  }

  /** A variable sees nothing of the elements around its use. */
  private Meaning variable(String name) {
    Meaning known = ofVariables.get(name);
    Syntax definition = variables.definition(name).orElse(null);
    if (known != null || definition == null) {
      return known == null ? Meaning.PLAIN : known;
    }
    ofVariables.put(name, Meaning.PLAIN);
    var outer = new HashMap<>(locals);
    locals.clear();
    Meaning meaning = definition.accept(this);
    locals.putAll(outer);
    ofVariables.put(name, meaning);
    return meaning;
  }

  @Override
  public Meaning access(Syntax.Access syntax) {
    if (syntax.target() instanceof Syntax.Name root
        && !locals.containsKey(root.name())
        && Root.named(root.name()).isPresent()) {
      return attributes.of(Root.named(root.name()).get(), syntax);
    }
    return syntax
        .target()
        .accept(this)
        .record()
        .map(record -> member(record, syntax))
        .orElse(Meaning.PLAIN);
  }

  private Meaning member(Type.Structure record, Syntax.Access access) {
    int index = record.indexOf(access.name());
    if (index < 0) {
      return Meaning.PLAIN;
    }
    uses.behindDot(
        access.fragment(),
        access.name(),
        Set.of(new Name(NameSort.MEMBER, record.name(), access.name())));
    return Meaning.of(record.members().get(index).type());
  }

  @Override
  public Meaning call(Syntax.Call syntax) {
    List<Syntax> arguments = syntax.arguments();
    return switch (syntax.function()) {
      case "any", "all" -> quantified(arguments);
      case "ref" -> reference(arguments);
      case "containsAny", "containsAll" -> compared(arguments.get(0), arguments.get(1));
      case "contains" ->
          tested(arguments.get(0), arguments.get(1), part -> name -> name.contains(part));
      case "size" -> length(arguments.get(0));
      case "has", "empty", "within" -> unread(arguments);
      default -> computed(arguments);
    };
  }

  private Meaning quantified(List<Syntax> arguments) {
    Meaning element = arguments.get(0).accept(this).element();
    String name = ((Syntax.Name) arguments.get(1)).name();
    locals.put(name, element);
    arguments.get(2).accept(this);
    locals.remove(name);
    return Meaning.PLAIN;
  }

  private Meaning reference(List<Syntax> arguments) {
    literal(arguments.get(0), NameDomain.of(NameSort.TYPE));
    return unread(arguments.subList(1, arguments.size()));
  }

  /** The number of characters of a name; a set or list of names has as many as before. */
  private Meaning length(Syntax argument) {
    NameDomain names = argument.accept(this).names();
    if (names.sort() == NameSort.TYPE || names.sort() == NameSort.ACTION) {
      test(argument, names, String::length);
    }
    return Meaning.PLAIN;
  }

  private Meaning unread(List<Syntax> arguments) {
    arguments.forEach(argument -> argument.accept(this));
    arguments.forEach(argument -> literal(argument, NameDomain.NONE));
    return Meaning.PLAIN;
  }

  /** What is made of a name is another thing for another name; callers may see that. */
  private Meaning computed(List<Syntax> arguments) {
    for (Syntax argument : arguments) {
      Meaning meaning = argument.accept(this);
      if (isSent) {
        leak(argument, meaning, /* isSent= */ true);
      } else {
        test(argument, meaning.names(), name -> name);
      }
      literal(argument, NameDomain.NONE);
    }
    return Meaning.PLAIN;
  }

  @Override
  public Meaning group(Syntax.Group syntax) {
    return syntax.inner().accept(this);
  }

  @Override
  public Meaning not(Syntax.Not syntax) {
    return syntax.operand().accept(this);
  }

  @Override
  public Meaning negate(Syntax.Negate syntax) {
    return syntax.operand().accept(this);
  }

  @Override
  public Meaning binary(Syntax.Binary syntax) {
    return switch (syntax.operator()) {
      case EQUAL, NOT_EQUAL, IN, NOT_IN -> compared(syntax.left(), syntax.right());
      case STARTS_WITH, NOT_STARTS_WITH ->
          tested(syntax.left(), syntax.right(), part -> name -> name.startsWith(part));
      case ENDS_WITH, NOT_ENDS_WITH ->
          tested(syntax.left(), syntax.right(), part -> name -> name.endsWith(part));
      case COALESCE -> oneOf(syntax.left(), syntax.right());
      case AND, OR, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, PLUS, MINUS, TIMES ->
          unread(List.of(syntax.left(), syntax.right()));
    };
  }

  @Override
  public Meaning conditional(Syntax.Conditional syntax) {
    syntax.test().accept(this);
    return oneOf(syntax.whenTrue(), syntax.whenFalse());
  }

  /** Where one of the two gives names, texts of the other are names as well. */
  private Meaning oneOf(Syntax one, Syntax other) {
    Meaning meaning = one.accept(this).or(other.accept(this));
    if (!meaning.names().isNone()) {
      literal(one, meaning.names());
      literal(other, meaning.names());
    }
    return meaning;
  }

  private Meaning compared(Syntax left, Syntax right) {
    NameDomain ofLeft = left.accept(this).names();
    NameDomain ofRight = right.accept(this).names();
    NameDomain names = ofLeft.or(ofRight);
    boolean isLeftLiteral = literal(left, names);
    boolean isRightLiteral = literal(right, names);
    if (ofLeft.isNone() && !isLeftLiteral) {
      leak(left, Meaning.of(names), /* isSent= */ false);
    }
    if (ofRight.isNone() && !isRightLiteral) {
      leak(right, Meaning.of(names), /* isSent= */ false);
    }
    return Meaning.PLAIN;
  }

  private Meaning tested(
      Syntax text, Syntax part, Function<String, Function<String, Object>> outcome) {
    NameDomain names = text.accept(this).names();
    test(text, names, text(part).map(outcome).orElse(name -> name));
    test(part, part.accept(this).names(), name -> name);
    literal(text, NameDomain.NONE);
    literal(part, NameDomain.NONE);
    return Meaning.PLAIN;
  }

  private void test(Syntax syntax, NameDomain names, Function<String, Object> outcome) {
    if (!names.isNone()) {
      uses.test(
          new NameUses.Test(syntax.fragment().span(), syntax.fragment().line(), names, outcome));
    }
  }

  private void leak(Syntax syntax, Meaning meaning, boolean isSent) {
    if (!meaning.names().isNone()) {
      uses.leak(
          new NameUses.Leak(
              syntax.fragment().span(), syntax.fragment().line(), meaning.names(), isSent));
    }
  }

  /**
   * Takes the texts of a literal for names. One that stands where it is compared is a plain text if
   * no names are expected; one behind a variable is remembered as such, since it may be a name
   * elsewhere.
   *
   * @return whether it is nothing but literals
   */
  private boolean literal(Syntax syntax, NameDomain names) {
    LiteralTexts literal = texts(syntax);
    literal
        .texts()
        .forEach(
            text ->
                uses.part(
                    text.fragment().source(),
                    text.fragment().from() + 1,
                    text.fragment().to() - 1,
                    names.named(text.value())));
    return literal.isAll();
  }

  private Optional<String> text(Syntax syntax) {
    LiteralTexts literal = texts(syntax);
    return literal.isAll() && literal.texts().size() == 1
        ? literal.texts().stream().findFirst().map(Syntax.TextLiteral::value)
        : Optional.empty();
  }

  private LiteralTexts texts(Syntax syntax) {
    return LiteralTexts.of(
        syntax, name -> locals.containsKey(name) ? Optional.empty() : variables.definition(name));
  }
}
