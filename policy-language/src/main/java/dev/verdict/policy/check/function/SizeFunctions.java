package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.Type;
import java.util.List;
import java.util.Optional;

/** What asks how much is in a string, set or list: {@code size}, {@code empty}. */
final class SizeFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of("size(text or list)", 1, SizeFunctions::size),
          PublishedFunction.of("empty(text or list)", 1, SizeFunctions::empty));

  private SizeFunctions() {}

  private static Optional<Typed> size(FunctionCall call) {
    return operand(call).map(operand -> new Typed(new Expression.Size(operand, call.fragment())));
  }

  private static Optional<Typed> empty(FunctionCall call) {
    return operand(call).map(operand -> new Typed(new Expression.Empty(operand, call.fragment())));
  }

  private static Optional<Expression> operand(FunctionCall call) {
    Optional<Expression> operand = call.value(0);
    if (operand.isEmpty()) {
      return operand;
    }
    Type type = operand.get().type();
    return Types.isText(type) || Types.isCollection(type)
        ? operand
        : call.findings()
            .mismatch(
                operand.get().fragment(),
                Types.named(type) + " has no `" + call.function().name() + "`");
  }
}
