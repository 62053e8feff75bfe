package dev.verdict.server.transport;

import java.util.List;
import java.util.Optional;

/** The caller's own name for a request, which comes back with the answer (AuthZEN 1.0 §10.1.3). */
final class RequestId {

  static final String HEADER = "X-Request-ID";

  private static final int MAX_LENGTH = 1_024;

  private RequestId() {}

  /**
   * The value to send back; none where it is missing, not one, too long, or not printable ASCII.
   *
   * @param values of all headers of that name
   */
  static Optional<String> echo(List<String> values) {
    return values.size() == 1 && isPrintable(values.get(0))
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private static boolean isPrintable(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
