package dev.verdict.server.json;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes one JSON document. Commas come by themselves; that what is opened is closed is up to the
 * caller.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder json = new StringBuilder(256);
  private final Value.Visitor<StringBuilder> values = new Values();

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

  private StringBuilder structure(Attributes attributes) {
    json.append('{');
    for (String name : attributes.names()) {
      Value value = attributes.get(name);
      if (value != null) {
        name(name);
        value.accept(values);
      }
    }
    return json.append('}');
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

  private StringBuilder quote(String text) {
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
    return json.append('"');
  }

  private void escape(char c) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(HEX.charAt((c >> shift) & 0xf));
    }
  }

  private final class Values implements Value.Visitor<StringBuilder> {

    @Override
    public StringBuilder text(String text) {
      return quote(text);
    }

    @Override
    public StringBuilder whole(long number) {
      return json.append(number);
    }

    @Override
    public StringBuilder decimal(BigDecimal number) {
      return json.append(number);
    }

    @Override
    public StringBuilder flag(boolean flag) {
      return json.append(flag);
    }

    @Override
    public StringBuilder sequence(List<Value> elements) {
      json.append('[');
      for (Value element : elements) {
        separate();
        element.accept(this);
      }
      return json.append(']');
    }

    @Override
    public StringBuilder structure(Attributes attributes) {
      return JsonWriter.this.structure(attributes);
    }
  }
}
