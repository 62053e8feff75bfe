package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.function.Concat;
import dev.verdict.policy.function.ContainsText;
import dev.verdict.policy.function.TextFunction;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What makes texts of texts, or looks into them. */
final class TextFunctions {

  private static final int MAX_TEXTS = 16;

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of("lower(text)", 1, call -> form(call, TextFunction.LOWER)),
          PublishedFunction.of("upper(text)", 1, call -> form(call, TextFunction.UPPER)),
          PublishedFunction.of("trim(text)", 1, call -> form(call, TextFunction.TRIM)),
          PublishedFunction.of("contains(text, part)", 2, TextFunctions::contains),
          PublishedFunction.of("concat(text, text, ..)", 2, MAX_TEXTS, TextFunctions::concat));

  private TextFunctions() {}

  private static Optional<Typed> form(FunctionCall call, TextFunction function) {
    return call.of(function, List.of(call.text(0)));
  }

  private static Optional<Typed> contains(FunctionCall call) {
    Optional<Expression> text = call.value(0);
    if (text.isPresent() && Types.isCollection(text.get().type())) {
      return call.findings()
          .mismatch(
              text.get().fragment(),
              "`contains` looks into a `string`; ask for a member with `value =~ list`");
    }
    return call.of(
        new ContainsText(), List.of(call.require(text, Types::isText, "a `string`"), call.text(1)));
  }

  private static Optional<Typed> concat(FunctionCall call) {
    return call.of(
        new Concat(),
        IntStream.range(0, call.syntax().arguments().size()).mapToObj(call::text).toList());
  }
}
