package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.ReferenceLiterals;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.schema.Type;
import java.util.List;
import java.util.Optional;

/** What compares sets and lists: {@code containsAll}, {@code containsAny}. */
final class CollectionFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of(
              "containsAll(list, list)", 2, call -> compare(call, CollectionFunction.CONTAINS_ALL)),
          PublishedFunction.of(
              "containsAny(list, list)",
              2,
              call -> compare(call, CollectionFunction.CONTAINS_ANY)));

  private CollectionFunctions() {}

  private static Optional<Typed> compare(FunctionCall call, CollectionFunction function) {
    Optional<Expression> first = collection(call, 0);
    Optional<Expression> second = collection(call, 1);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    var references = new ReferenceLiterals(call.findings());
    Optional<Expression> left = references.beside(second.get().type(), first.get());
    Optional<Expression> right = references.beside(first.get().type(), second.get());
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : compare(call, function, left.get(), right.get());
  }

  private static Optional<Typed> compare(
      FunctionCall call, CollectionFunction function, Expression first, Expression second) {
    Expression one = Types.withNumbersOf(first, second.type());
    Expression other = Types.withNumbersOf(second, first.type());
    return Types.elementOf(one.type()).equals(Types.elementOf(other.type()))
        ? call.of(function, List.of(Optional.of(one), Optional.of(other)))
        : call.findings()
            .mismatch(
                call.fragment(),
                Types.named(one.type())
                    + " and "
                    + Types.named(other.type())
                    + " never have a value in common");
  }

  private static Optional<Expression> collection(FunctionCall call, int index) {
    return call.value(index, CollectionFunctions::isComparable, "a set or list of simple values");
  }

  /** Records are not compared. */
  private static boolean isComparable(Type type) {
    return Types.elementOf(type)
        .filter(element -> !(element instanceof Type.Structure))
        .isPresent();
  }
}
