package dev.verdict.server.grpc;

import io.grpc.Metadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the {@code authorization} metadata of a call holds (RFC 6750 §2.1). */
sealed interface BearerCredential {

  /** One token, or no metadata of that name at all. */
  record Usable(Optional<String> token) implements BearerCredential {}

  /** Another scheme, several values, or nothing behind the scheme: never taken for "no token". */
  record Unusable() implements BearerCredential {}

  Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  String SCHEME = "Bearer ";

  static BearerCredential read(Metadata metadata) {
    @Nullable Iterable<String> values = metadata.getAll(AUTHORIZATION);
    if (values == null) {
      return new Usable(Optional.empty());
    }
    var iterator = values.iterator();
    String only = iterator.next();
    return iterator.hasNext() ? new Unusable() : token(only);
  }

  private static BearerCredential token(String value) {
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Unusable();
    }
    String token = value.substring(SCHEME.length());
    boolean oneWord = !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c != ',');
    return oneWord ? new Usable(Optional.of(token)) : new Unusable();
  }
}
