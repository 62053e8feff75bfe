package dev.verdict.server.identity;

import java.util.List;
import java.util.Optional;

/**
 * What the {@code authorization} header or metadata of a call holds (RFC 6750 §2.1), whichever door
 * it came to.
 */
public sealed interface BearerCredential {

  /** Calls the method of the visitor that is for this case. */
  <R> R accept(Visitor<R> visitor);

  /** What to do in each case. */
  interface Visitor<R> {

    R presented(Optional<String> token);

    R unusable();
  }

  /** One token, or no such header at all. */
  record Presented(Optional<String> token) implements BearerCredential {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.presented(token);
    }
  }

  /** Another scheme, several headers, or nothing behind the scheme: never taken for "no token". */
  record Unusable() implements BearerCredential {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unusable();
    }
  }

  String SCHEME = "Bearer ";

  /**
   * Reads the credential.
   *
   * @param headers the values of all {@code authorization} headers
   */
  static BearerCredential read(List<String> headers) {
    if (headers.isEmpty()) {
      return new Presented(Optional.empty());
    }
    return headers.size() == 1 ? token(headers.get(0)) : new Unusable();
  }

  private static BearerCredential token(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Unusable();
    }
    String token = header.substring(SCHEME.length());
    boolean oneWord = !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c != ',');
    return oneWord ? new Presented(Optional.of(token)) : new Unusable();
  }
}
