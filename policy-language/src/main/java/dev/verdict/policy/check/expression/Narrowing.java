package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a test of {@code subject.type}, {@code actor.type} or {@code action.name} tells: behind
 * {@code subject.type == 'user' &&} a rule for users and robots speaks of users only.
 */
final class Narrowing {

  private final Scope scope;

  Narrowing(Scope scope) {
    this.scope = scope;
  }

  /** The expression, with what it tells where it is true and where it is false. */
  Typed typed(Expression expression) {
    if (expression instanceof Expression.Not not) {
      return typed(not.operand()).negated(not);
    }
    if (expression instanceof Expression.Equal equal) {
      return compared(equal.left(), equal.right(), equal)
          .or(() -> compared(equal.right(), equal.left(), equal))
          .orElseGet(() -> new Typed(equal));
    }
    return expression instanceof Expression.Contains contains
        ? compared(contains.element(), contains.collection(), contains)
            .orElseGet(() -> new Typed(contains))
        : new Typed(expression);
  }

  private Optional<Typed> compared(Expression left, Expression right, Expression whole) {
    if (!(left instanceof Expression.Read read)
        || !isOwner(read.path())
        || !(right instanceof Expression.Constant constant)) {
      return Optional.empty();
    }
    Collection<?> named =
        constant.value() instanceof Collection<?> several ? several : List.of(constant.value());
    Root root = read.path().root();
    return Optional.of(
        new Typed(
            whole,
            /* whenTrue= */ excluded(root, owner -> !named.contains(owner)),
            /* whenFalse= */ excluded(root, named::contains)));
  }

  private static boolean isOwner(AttributePath path) {
    return switch (path.root()) {
      case SUBJECT, ACTED_FOR, ACTOR -> path.name().equals("type");
      case ACTION -> path.name().equals("name");
      case RESOURCE, CONTEXT -> false;
    };
  }

  private Set<Fact> excluded(Root root, Predicate<String> test) {
    return scope.owners(root).stream()
        .filter(test)
        .<Fact>map(owner -> new Fact.Excluded(root, owner))
        .collect(Collectors.toUnmodifiableSet());
  }
}
