package dev.verdict.policy.check;

import com.google.re2j.Pattern;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.syntax.Syntax;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The published functions: their arguments, and what they make of them. */
final class FunctionChecker {

  /** How each is called, for messages. */
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "has", "has(resource.attribute)",
          "size", "size(text or list)",
          "empty", "empty(text or list)",
          "matches", "matches(text, 'pattern')",
          "timestamp", "timestamp('2026-01-31T08:00:00Z')");

  private final ExpressionChecker expressions;
  private final AttributeChecker attributes;
  private final Findings findings;

  FunctionChecker(ExpressionChecker expressions, AttributeChecker attributes, Findings findings) {
    this.expressions = expressions;
    this.attributes = attributes;
    this.findings = findings;
  }

  Optional<Typed> check(Syntax.Call call, Set<AttributePath> present) {
    String usage = FUNCTIONS.get(call.function());
    if (usage == null) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_FUNCTION,
          call.fragment(),
          "unknown function `"
              + call.function()
              + "`"
              + Suggestion.didYouMean(call.function(), FUNCTIONS.keySet()));
    }
    if (call.arguments().size() != (call.function().equals("matches") ? 2 : 1)) {
      return findings.mismatch(call.fragment(), "this function is called as `" + usage + "`");
    }
    return switch (call.function()) {
      case "has" -> has(call);
      case "size", "empty" -> size(call, present);
      case "matches" -> matches(call, present);
      default -> timestamp(call);
    };
  }

  private Optional<Typed> has(Syntax.Call call) {
    if (!(ExpressionChecker.ungrouped(call.arguments().get(0)) instanceof Syntax.Access access)) {
      return findings.mismatch(
          call.fragment(), "`has` asks for an attribute: `" + FUNCTIONS.get("has") + "`");
    }
    return attributes
        .readOptional(access)
        .map(
            read ->
                new Typed(
                    new Expression.Has(read.path(), call.fragment()),
                    Set.of(read.path()),
                    Set.of()));
  }

  private Optional<Typed> size(Syntax.Call call, Set<AttributePath> present) {
    return expressions
        .check(call.arguments().get(0), present)
        .flatMap(
            argument -> {
              Expression operand = argument.expression();
              Type type = operand.type();
              if (!Types.isText(type) && !Types.isCollection(type)) {
                return findings.mismatch(
                    operand.fragment(), Types.named(type) + " has no `" + call.function() + "`");
              }
              return Optional.of(
                  new Typed(
                      call.function().equals("size")
                          ? new Expression.Size(operand, call.fragment())
                          : new Expression.Empty(operand, call.fragment())));
            });
  }

  private Optional<Typed> matches(Syntax.Call call, Set<AttributePath> present) {
    List<Syntax> arguments = call.arguments();
    Optional<Typed> text = expressions.check(arguments.get(0), present);
    Optional<Pattern> pattern = PatternChecker.compile(arguments.get(1), findings);
    if (text.isEmpty() || pattern.isEmpty()) {
      return Optional.empty();
    }
    Expression operand = text.get().expression();
    if (!Types.isText(operand.type())) {
      return findings.mismatch(
          operand.fragment(),
          "only a `string` matches, but this is " + Types.named(operand.type()));
    }
    return Optional.of(new Typed(new Expression.Matches(operand, pattern.get(), call.fragment())));
  }

  private Optional<Typed> timestamp(Syntax.Call call) {
    if (call.arguments().get(0) instanceof Syntax.TextLiteral text) {
      try {
        return Optional.of(
            new Typed(
                new Constant(
                    OffsetDateTime.parse(text.value()).toInstant(),
                    Simple.TIMESTAMP,
                    call.fragment())));
      } catch (DateTimeException malformed) {
        // reported below, like anything else that is no literal
      }
    }
    return findings.refuse(
        DiagnosticCode.INVALID_LITERAL,
        call.fragment(),
        "a timestamp is written as `" + FUNCTIONS.get("timestamp") + "`");
  }
}
