package dev.verdict.server.json;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.request.ValueSource;
import java.util.ArrayList;

/** Makes values of what a document holds; of one that was checked before also by their places. */
final class JsonValues implements ValueSource {

  private final byte[] document;
  private final JsonBounds bounds;

  JsonValues(byte[] document, JsonBounds bounds) {
    this.document = document;
    this.bounds = bounds;
  }

  @Override
  public Value read(int place) {
    var json = new JsonTokens(document, bounds);
    json.moveTo(place);
    return value(json);
  }

  /** The value at hand, which is not null. */
  static Value value(JsonTokens json) {
    return switch (json.kind()) {
      case OBJECT -> new Value.Structure(structure(json));
      case LIST -> sequence(json);
      case TEXT -> new Value.Text(json.text());
      case NUMBER -> json.number();
      case FLAG -> new Value.Flag(json.flag());
      case NULL -> throw new IllegalStateException("null is no value");
    };
  }

  private static Attributes structure(JsonTokens json) {
    Attributes.Builder members = Attributes.builder();
    json.beginObject();
    while (json.nextMember()) {
      if (!json.isNull()) {
        members.add(json.name(), value(json));
      }
    }
    return members.build();
  }

  private static Value.Sequence sequence(JsonTokens json) {
    var elements = new ArrayList<Value>();
    json.beginList();
    while (json.nextElement()) {
      elements.add(value(json));
    }
    return new Value.Sequence(elements);
  }
}
