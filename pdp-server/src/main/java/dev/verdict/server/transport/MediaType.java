package dev.verdict.server.transport;

import java.util.List;
import java.util.Locale;

/** What a body claims to be: JSON in UTF-8, neither compressed nor encoded in another way. */
public final class MediaType {

  private MediaType() {}

  /**
   * Whether exactly one type is named, and it is JSON in UTF-8.
   *
   * @param contentTypes the values of all {@code Content-Type} headers
   */
  public static boolean isJson(List<String> contentTypes) {
    if (contentTypes.size() != 1) {
      return false;
    }
    String only = contentTypes.get(0);
    return only.equalsIgnoreCase("application/json") || isJson(only);
  }

  private static boolean isJson(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      if (namesAnotherCharset(parts[i].strip())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a body comes as it is, neither compressed nor encoded in another way.
   *
   * @param encodings the values of all {@code Content-Encoding} headers
   */
  public static boolean isPlain(List<String> encodings) {
    return encodings.isEmpty() || encodings.stream().allMatch(MediaType::isIdentity);
  }

  private static boolean isIdentity(String encoding) {
    return encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
  }

  /** Bytes that mean one name in UTF-8 may mean another in the charset that the caller meant. */
  private static boolean namesAnotherCharset(String parameter) {
    String name = "charset=";
    return parameter.startsWith(name)
        && !parameter.substring(name.length()).replace("\"", "").equals("utf-8");
  }
}
