package dev.verdict.policy.check;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the texts that {@code action.name} is compared with, by {@code ==}, {@code !=}, {@code =~}
 * and {@code !~}, in expressions that have no types yet. Variables are followed.
 */
final class ComparedActions {

  /** A variable may be defined by itself, which is reported elsewhere. */
  private static final int MAX_FOLLOWED = 20;

  private final Map<String, Syntax> variables;

  /**
   * @param variables by name, that the expressions may use
   */
  ComparedActions(Map<String, Syntax> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The names, each where it stands. */
  List<Located<String>> in(Syntax expression) {
    var found = new ArrayList<Located<String>>();
    collect(expression, found);
    return found;
  }

  private void collect(Syntax syntax, List<Located<String>> found) {
    if (syntax instanceof Syntax.Binary binary && compares(binary)) {
      if (isActionName(followed(binary.left()))) {
        texts(followed(binary.right())).forEach(found::add);
      }
      if (isActionName(followed(binary.right()))) {
        texts(followed(binary.left())).forEach(found::add);
      }
    }
    syntax.accept(new Operands()).forEach(operand -> collect(operand, found));
  }

  private static boolean compares(Syntax.Binary binary) {
    return switch (binary.operator()) {
      case EQUAL, NOT_EQUAL, IN, NOT_IN -> true;
      case OR,
          AND,
          COALESCE,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          STARTS_WITH,
          NOT_STARTS_WITH,
          ENDS_WITH,
          NOT_ENDS_WITH,
          PLUS,
          MINUS,
          TIMES ->
          false;
    };
  }

  private static boolean isActionName(Syntax syntax) {
    return syntax instanceof Syntax.Access access
        && access.name().equals("name")
        && access.target() instanceof Syntax.Name root
        && root.name().equals("action");
  }

  private Stream<Located<String>> texts(Syntax syntax) {
    if (syntax instanceof Syntax.ListLiteral list) {
      return list.items().stream().map(this::followed).flatMap(this::texts);
    }
    return syntax instanceof Syntax.TextLiteral text
        ? Stream.of(new Located<>(text.value(), text.fragment().span()))
        : Stream.empty();
  }

  /** What a variable, or a group, stands for. */
  private Syntax followed(Syntax syntax) {
    Syntax current = syntax;
    for (int i = 0; i < MAX_FOLLOWED; i++) {
      if (current instanceof Syntax.Group group) {
        current = group.inner();
      } else if (current instanceof Syntax.Name name && variables.get(name.name()) != null) {
        current = variables.getOrDefault(name.name(), current);
      } else {
        return current;
      }
    }
    return current;
  }

  private static final class Operands implements Syntax.Visitor<Stream<Syntax>> {

    @Override
    public Stream<Syntax> flagLiteral(Syntax.FlagLiteral syntax) {
      return Stream.empty();
    }

    @Override
    public Stream<Syntax> numberLiteral(Syntax.NumberLiteral syntax) {
      return Stream.empty();
    }

    @Override
    public Stream<Syntax> textLiteral(Syntax.TextLiteral syntax) {
      return Stream.empty();
    }

    @Override
    public Stream<Syntax> listLiteral(Syntax.ListLiteral syntax) {
      return syntax.items().stream();
    }

    @Override
    public Stream<Syntax> name(Syntax.Name syntax) {
      return Stream.empty();
    }

    @Override
    public Stream<Syntax> access(Syntax.Access syntax) {
      return Stream.of(syntax.target());
    }

    @Override
    public Stream<Syntax> call(Syntax.Call syntax) {
      return syntax.arguments().stream();
    }

    @Override
    public Stream<Syntax> group(Syntax.Group syntax) {
      return Stream.of(syntax.inner());
    }

    @Override
    public Stream<Syntax> not(Syntax.Not syntax) {
      return Stream.of(syntax.operand());
    }

    @Override
    public Stream<Syntax> negate(Syntax.Negate syntax) {
      return Stream.of(syntax.operand());
    }

    @Override
    public Stream<Syntax> binary(Syntax.Binary syntax) {
      return Stream.of(syntax.left(), syntax.right());
    }

    @Override
    public Stream<Syntax> conditional(Syntax.Conditional syntax) {
      return Stream.of(syntax.test(), syntax.whenTrue(), syntax.whenFalse());
    }
  }
}
