package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.Typed;
import java.util.Optional;

/**
 * A function that conditions may call.
 *
 * @param usage how it is called, for messages
 * @param leastArguments how many arguments it needs
 * @param mostArguments how many it takes
 * @param check gives a call with that many arguments its type
 */
record PublishedFunction(
    String name, String usage, int leastArguments, int mostArguments, Check check) {

  /** What a function makes of its arguments; reports what does not fit. */
  interface Check {
    Optional<Typed> check(FunctionCall call);
  }

  /**
   * A function with a fixed number of arguments.
   *
   * @param usage begins with its name: {@code size(text or list)}
   */
  static PublishedFunction of(String usage, int arguments, Check check) {
    return of(usage, arguments, arguments, check);
  }

  /** A function whose arguments may vary in number. */
  static PublishedFunction of(String usage, int leastArguments, int mostArguments, Check check) {
    return new PublishedFunction(
        usage.substring(0, usage.indexOf('(')), usage, leastArguments, mostArguments, check);
  }

  boolean takes(int arguments) {
    return leastArguments <= arguments && arguments <= mostArguments;
  }
}
