package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.json.JsonKind;
import dev.verdict.server.json.JsonTokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value at hand, which is not null, by the type that it must have; a wrong one is the
 * caller's fault.
 */
final class Member {

  private Member() {}

  /** Goes into the object. */
  static void beginObject(JsonTokens json, String path) {
    check(json, JsonKind.OBJECT, path);
    json.beginObject();
  }

  /** Goes into the list. */
  static void beginList(JsonTokens json, String path) {
    check(json, JsonKind.LIST, path);
    json.beginList();
  }

  static String text(JsonTokens json, String path) {
    check(json, JsonKind.TEXT, path);
    return json.text();
  }

  static boolean flag(JsonTokens json, String path) {
    check(json, JsonKind.FLAG, path);
    return json.flag();
  }

  /** Makes sure that the value is of a kind. */
  static void check(JsonTokens json, JsonKind expected, String path) {
    if (json.kind() != expected) {
      throw new InvalidRequestException("`" + path + "` is not " + described(expected));
    }
  }

  private static String described(JsonKind kind) {
    return switch (kind) {
      case OBJECT -> "an object";
      case LIST -> "a list";
      case TEXT -> "a string";
      case NUMBER -> "a number";
      case FLAG -> "true or false";
      case NULL -> "null";
    };
  }

  /** The value of a member that must have one. */
  static String required(@Nullable String value, String path) {
    if (value == null) {
      throw new InvalidRequestException("`" + path + "` is missing");
    }
    return value;
  }
}
