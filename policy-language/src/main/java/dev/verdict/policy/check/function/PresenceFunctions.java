package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What asks whether an attribute is there: {@code has}. */
final class PresenceFunctions {

  static final List<PublishedFunction> ALL =
      List.of(PublishedFunction.of("has(resource.attribute)", 1, PresenceFunctions::has));

  private PresenceFunctions() {}

  private static Optional<Typed> has(FunctionCall call) {
    if (!call.accesses().isLookup(call.argument(0), call.known())) {
      return call.findings()
          .mismatch(
              call.fragment(),
              "`has` asks for an attribute, or a variable that stands for one which may be absent: `"
                  + call.function().usage()
                  + "`");
    }
    return call.accesses()
        .lookUp(call.argument(0), call.known())
        .map(
            found ->
                new Typed(
                    new Expression.Has(found.lookup(), call.fragment()),
                    found.place().withAllAbove(),
                    Set.of()));
  }
}
