package dev.verdict.server.identity;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.ClaimPath;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header or the claims of a token.
 *
 * @param members what has a value
 * @param nulls the names that stand there with null
 */
record JsonObject(Attributes members, Set<String> nulls) {

  JsonObject {
    nulls = Set.copyOf(nulls);
  }

  static JsonObject read(byte[] bytes) throws RefusedTokenException {
    try {
      return JsonObjectReader.read(bytes);
    } catch (IOException notStrictJson) {
      throw new RefusedTokenException(TokenFault.MALFORMED);
    }
  }

  /** Whether the name stands there at all, be it with null. */
  boolean has(String name) {
    return members.get(name) != null || nulls.contains(name);
  }

  Optional<String> text(String name) {
    return members.get(name) instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /** The value at that place, or null where the way there ends early. */
  @Nullable Value at(ClaimPath path) {
    Attributes scope = members;
    Value value = null;
    for (String name : path.names()) {
      value = scope.get(name);
      scope = value instanceof Value.Structure structure ? structure.attributes() : Attributes.NONE;
    }
    return value;
  }
}
