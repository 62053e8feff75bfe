package dev.verdict.server.http;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;

/**
 * Writes one JSON document. Commas come by themselves; that what is opened is closed is up to the
 * caller.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder json = new StringBuilder(256);

  /** Opens the document itself, or an element of a list. */
  public JsonWriter beginObject() {
    separate().append('{');
    return this;
  }

  public JsonWriter beginObject(String name) {
    name(name).append('{');
    return this;
  }

  public JsonWriter endObject() {
    json.append('}');
    return this;
  }

  public JsonWriter beginList(String name) {
    name(name).append('[');
    return this;
  }

  public JsonWriter endList() {
    json.append(']');
    return this;
  }

  public JsonWriter member(String name, String text) {
    name(name);
    quote(text);
    return this;
  }

  public JsonWriter member(String name, boolean flag) {
    name(name).append(flag);
    return this;
  }

  public JsonWriter member(String name, int number) {
    name(name).append(number);
    return this;
  }

  public JsonWriter member(String name, Attributes attributes) {
    name(name);
    structure(attributes);
    return this;
  }

  /** An element of a list. */
  public JsonWriter element(String text) {
    separate();
    quote(text);
    return this;
  }

  /** The document; a lone surrogate becomes a question mark when it is encoded. */
  public String text() {
    return json.toString();
  }

  private void value(Value value) {
    if (value instanceof Value.Text text) {
      quote(text.text());
    } else if (value instanceof Value.Whole whole) {
      json.append(whole.number());
    } else if (value instanceof Value.Decimal decimal) {
      json.append(decimal.number());
    } else if (value instanceof Value.Flag flag) {
      json.append(flag.flag());
    } else if (value instanceof Value.Sequence sequence) {
      json.append('[');
      for (Value element : sequence.values()) {
        separate();
        value(element);
      }
      json.append(']');
    } else if (value instanceof Value.Structure structure) {
      structure(structure.attributes());
    }
  }

  private void structure(Attributes attributes) {
    json.append('{');
    for (String name : attributes.names()) {
      Value value = attributes.get(name);
      if (value != null) {
        name(name);
        value(value);
      }
    }
    json.append('}');
  }

  private StringBuilder name(String name) {
    separate();
    quote(name);
    return json.append(':');
  }

  private StringBuilder separate() {
    if (!json.isEmpty()) {
      char last = json.charAt(json.length() - 1);
      if (last != '{' && last != '[') {
        json.append(',');
      }
    }
    return json;
  }

  private void quote(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029') {
        escape(c);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private void escape(char c) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
