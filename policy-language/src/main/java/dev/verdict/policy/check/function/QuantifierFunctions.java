package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.LocalVariable;
import dev.verdict.policy.expression.Quantifier;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What asks a condition of the elements of a set or list: {@code any}, {@code all}. */
final class QuantifierFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of(
              "any(list, x, condition on x)", 3, call -> quantified(Quantifier.ANY, call)),
          PublishedFunction.of(
              "all(list, x, condition on x)", 3, call -> quantified(Quantifier.ALL, call)));

  private QuantifierFunctions() {}

  /**
   * What the condition tells of presence is not told on: it is told of elements, and perhaps of
   * none.
   */
  private static Optional<Typed> quantified(Quantifier quantifier, FunctionCall call) {
    if (isTurned(call)) {
      return call.findings()
          .mismatch(
              call.fragment(),
              "the list comes first, and then the name: `" + call.function().usage() + "`");
    }
    Optional<Expression> collection = call.value(0, Types::isCollection, "a set or list");
    Optional<Syntax.Name> name = name(call);
    if (collection.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    var element =
        new LocalVariable(
            name.get().name(), Types.elementOf(collection.get().type()).orElseThrow());
    warnWhereUnused(call, element);
    return call.expressions()
        .checkFlag(call.syntax().arguments().get(2), call.known().with(element))
        .map(
            condition ->
                new Typed(
                    new Expression.Quantified(
                        quantifier,
                        collection.get(),
                        element,
                        condition.expression(),
                        call.fragment())));
  }

  private static boolean isTurned(FunctionCall call) {
    return call.syntax().arguments().get(0) instanceof Syntax.Name name
        && !isTaken(name.name(), call)
        && !(call.syntax().arguments().get(1) instanceof Syntax.Name);
  }

  private static void warnWhereUnused(FunctionCall call, LocalVariable element) {
    String condition = call.syntax().arguments().get(2).fragment().text();
    if (!Pattern.compile("\\b" + element.name() + "\\b").matcher(condition).find()) {
      call.findings()
          .warn(
              DiagnosticCode.UNUSED_VARIABLE,
              call.syntax().arguments().get(1).fragment(),
              "the condition does not speak of `"
                  + element.name()
                  + "`, so it is the same for every element");
    }
  }

  private static Optional<Syntax.Name> name(FunctionCall call) {
    if (!(call.syntax().arguments().get(1) instanceof Syntax.Name name)) {
      return call.findings()
          .mismatch(
              call.syntax().arguments().get(1).fragment(),
              "a name for the elements stands here: `" + call.function().usage() + "`");
    }
    Optional<String> problem = Identifier.problem(name.name());
    if (problem.isPresent()) {
      return call.findings().refuse(DiagnosticCode.WRONG_SHAPE, name.fragment(), problem.get());
    }
    return isTaken(name.name(), call)
        ? call.findings()
            .refuse(
                DiagnosticCode.DUPLICATE_NAME,
                name.fragment(),
                "`" + name.name() + "` is something else already; choose another name")
        : Optional.of(name);
  }

  private static boolean isTaken(String name, FunctionCall call) {
    return Root.named(name).isPresent()
        || call.known().locals().containsKey(name)
        || call.accesses().isVariable(name);
  }
}
