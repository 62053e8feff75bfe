package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.function.InRange;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import java.util.List;
import java.util.Optional;

/** What looks where an address belongs: {@code inRange}. */
final class AddressFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of(
              "inRange(context.ip, cidr('10.0.0.0/8'))", 2, AddressFunctions::inRange));

  private AddressFunctions() {}

  private static Optional<Typed> inRange(FunctionCall call) {
    Optional<Expression> address = call.value(0, Simple.IP::equals, "an `ip`");
    Optional<Expression> ranges =
        call.value(1, AddressFunctions::isRange, "a range like `cidr('10.0.0.0/8')`, or several,");
    boolean one = ranges.filter(value -> value.type() == Simple.CIDR).isPresent();
    return call.of(one ? InRange.OF_ONE : InRange.OF_SEVERAL, List.of(address, ranges));
  }

  private static boolean isRange(Type type) {
    return type == Simple.CIDR || Types.elementOf(type).filter(Simple.CIDR::equals).isPresent();
  }
}
