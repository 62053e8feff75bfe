package dev.verdict.server.identity.key;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.ClaimPath;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.json.JsonBounds;
import dev.verdict.server.json.JsonDocument;
import dev.verdict.server.json.JsonReader;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header or the claims of a token.
 *
 * @param members what has a value
 * @param nulls the names that stand there with null
 */
public record JsonObject(Attributes members, Set<String> nulls) {

  /** As large as a token's part or a set of keys may be as JSON. */
  static final JsonBounds BOUNDS =
      new JsonBounds(
          Limit.DEPTH.standard(), Limit.VALUES.standard(), Limit.TEXT_LENGTH.standard(), 64);

  public JsonObject {
    nulls = Set.copyOf(nulls);
  }

  public static JsonObject read(byte[] bytes) throws RefusedTokenException {
    try {
      JsonDocument document = JsonReader.read(bytes, BOUNDS);
      return new JsonObject(document.members(), document.nulls());
    } catch (InvalidRequestException notStrictJson) {
      throw new RefusedTokenException(TokenFault.MALFORMED);
    }
  }

  /** Whether the name stands there at all, be it with null. */
  public boolean has(String name) {
    return members.get(name) != null || nulls.contains(name);
  }

  public Optional<String> text(String name) {
    return members.get(name) instanceof Value.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /** The value at that place, or null where the way there ends early. */
  public @Nullable Value at(ClaimPath path) {
    Attributes scope = members;
    Value value = null;
    for (String name : path.names()) {
      value = scope.get(name);
      scope = value instanceof Value.Structure structure ? structure.attributes() : Attributes.NONE;
    }
    return value;
  }
}
