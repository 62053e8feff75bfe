package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Writes one JSON document in UTF-8. Commas come by themselves; that what is opened is closed is up
 * to the caller. A lone surrogate becomes a question mark.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";
  private static final int MANY = 512;

  /** Of the characters that are not written as they are: escapes have the most bytes. */
  private static final int MAX_BYTES = "\\u0000".length();

  private final Values values = new Values();
  private byte[] json = new byte[MANY];
  private int size;

  /** Opens the document itself, or an element of a list. */
  public JsonWriter beginObject() {
    separate();
    put('{');
    return this;
  }

  public JsonWriter beginObject(String name) {
    name(name);
    put('{');
    return this;
  }

  public JsonWriter endObject() {
    put('}');
    return this;
  }

  public JsonWriter beginList(String name) {
    name(name);
    put('[');
    return this;
  }

  public JsonWriter endList() {
    put(']');
    return this;
  }

  public JsonWriter member(String name, String text) {
    name(name);
    quote(text);
    return this;
  }

  public JsonWriter member(String name, boolean flag) {
    name(name);
    ascii(Boolean.toString(flag));
    return this;
  }

  public JsonWriter member(String name, int number) {
    name(name);
    ascii(Integer.toString(number));
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

  /** The document. */
  public byte[] bytes() {
    return Arrays.copyOf(json, size);
  }

  /** The document as text. */
  public String text() {
    return new String(json, 0, size, UTF_8);
  }

  private void structure(Attributes attributes) {
    put('{');
    for (int i = 0; i < attributes.size(); i++) {
      name(attributes.name(i));
      values.write(attributes.value(i));
    }
    put('}');
  }

  private void name(String name) {
    separate();
    quote(name);
    put(':');
  }

  private void separate() {
    if (size > 0 && json[size - 1] != '{' && json[size - 1] != '[') {
      put(',');
    }
  }

  private void quote(String text) {
    put('"');
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        json[size++] = (byte) c;
      } else {
        room(MAX_BYTES + text.length() - i);
        int character = text.codePointAt(i);
        odd(character);
        i += Character.charCount(character) - 1;
      }
    }
    put('"');
  }

  /** Writes a character that is not plain ASCII; there is room for it. */
  private void odd(int character) {
    if (character == '"' || character == '\\') {
      json[size++] = '\\';
      json[size++] = (byte) character;
    } else if (character <= 0x7f || character == 0x2028 || character == 0x2029) {
      escape(character);
    } else if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
      json[size++] = '?';
    } else {
      size = Utf8.write(character, json, size);
    }
  }

  private void escape(int character) {
    json[size++] = '\\';
    json[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      json[size++] = (byte) HEX.charAt((character >> shift) & 0xf);
    }
  }

  private void ascii(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      json[size++] = (byte) text.charAt(i);
    }
  }

  private void put(char character) {
    room(1);
    json[size++] = (byte) character;
  }

  private void room(int bytes) {
    if (json.length - size < bytes) {
      json = Arrays.copyOf(json, Math.max(2 * json.length, size + bytes));
    }
  }

  /** Writes values of attributes. */
  private final class Values implements Value.Visitor<Values> {

    void write(Value value) {
      var unused = value.accept(this);
    }

    @Override
    public Values text(String text) {
      quote(text);
      return this;
    }

    @Override
    public Values whole(long number) {
      ascii(Long.toString(number));
      return this;
    }

    @Override
    public Values decimal(BigDecimal number) {
      ascii(number.toString());
      return this;
    }

    @Override
    public Values flag(boolean flag) {
      ascii(Boolean.toString(flag));
      return this;
    }

    @Override
    public Values sequence(List<Value> elements) {
      put('[');
      for (Value element : elements) {
        separate();
        write(element);
      }
      put(']');
      return this;
    }

    @Override
    public Values structure(Attributes attributes) {
      JsonWriter.this.structure(attributes);
      return this;
    }
  }
}
