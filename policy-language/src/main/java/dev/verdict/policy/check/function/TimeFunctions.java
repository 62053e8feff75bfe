package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.function.LocalTime;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.syntax.Syntax;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What clocks and calendars somewhere show: {@code hour}, {@code dayOfWeek}. */
final class TimeFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of(
              "hour(timestamp, 'Europe/Berlin')", 2, call -> local(call, LocalTime.Part.HOUR)),
          PublishedFunction.of(
              "dayOfWeek(timestamp, 'Europe/Berlin')",
              2,
              call -> local(call, LocalTime.Part.DAY_OF_WEEK)));

  private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:\\d\\d");

  private TimeFunctions() {}

  private static Optional<Typed> local(FunctionCall call, LocalTime.Part part) {
    Optional<Expression> timestamp = call.value(0, Simple.TIMESTAMP::equals, "a `timestamp`");
    Optional<ZoneId> zone = zone(call);
    return zone.flatMap(found -> call.of(new LocalTime(part, found), List.of(timestamp)));
  }

  /** A literal, so that a slip in it is found when the file is loaded. */
  private static Optional<ZoneId> zone(FunctionCall call) {
    Syntax argument = call.argument(1);
    if (!(argument instanceof Syntax.TextLiteral literal)) {
      return call.findings()
          .refuse(
              DiagnosticCode.INVALID_LITERAL,
              argument.fragment(),
              "a time zone is a literal, like `'Europe/Berlin'`, `'UTC'` or `'+02:00'`");
    }
    Optional<ZoneId> zone = zone(literal.value());
    return zone.isPresent()
        ? zone
        : call.findings()
            .refuse(
                DiagnosticCode.INVALID_LITERAL,
                argument.fragment(),
                "unknown time zone `"
                    + literal.value()
                    + "`; "
                    + near(literal.value())
                        .map(name -> "did you mean `" + name + "`?")
                        .orElse("write the name of a region, like `Europe/Berlin`, or an offset"));
  }

  /** No near name for abbreviations: one letter away lies another zone. */
  private static Optional<String> near(String written) {
    var names = new TreeSet<>(ZoneId.getAvailableZoneIds());
    return written.indexOf('/') > 0
        ? Suggestion.nearest(written, names)
        : names.stream()
            .filter(name -> name.endsWith("/" + written.strip().replace(' ', '_')))
            .findFirst();
  }

  private static Optional<ZoneId> zone(String name) {
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return Optional.of(ZoneId.of(name));
    }
    if (!OFFSET.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneOffset.of(name));
    } catch (DateTimeException beyondEighteenHours) {
      return Optional.empty();
    }
  }
}
