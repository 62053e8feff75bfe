package dev.verdict.server.json;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes values of a whole JSON document, be it a token or a key set, by the rules of {@link
 * JsonTokens}. A member whose value is null is absent.
 */
public final class JsonReader {

  private JsonReader() {}

  /**
   * Reads a document.
   *
   * @throws InvalidRequestException where it is not one JSON object within all limits
   */
  public static JsonDocument read(byte[] document, JsonBounds bounds) {
    var json = new JsonTokens(document, bounds);
    Attributes.Builder members = Attributes.builder();
    Set<String> nulls = new HashSet<>();
    json.beginDocument();
    while (json.nextMember()) {
      String name = json.name();
      if (json.isNull()) {
        nulls.add(name);
      } else {
        members.add(name, JsonValues.value(json));
      }
    }
    json.endDocument();
    return new JsonDocument(members.build(), nulls);
  }
}
