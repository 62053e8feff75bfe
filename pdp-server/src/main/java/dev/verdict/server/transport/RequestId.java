package dev.verdict.server.transport;

import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** The caller's own name for a request, which comes back with the answer (AuthZEN 1.0 §10.1.3). */
final class RequestId {

  static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-ID");

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
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
