package dev.verdict.policy.request;

/** The bounds of a request. Every surface applies them while it decodes. */
public final class RequestLimits {

  /** Longest type or action name, in UTF-16 units. */
  public static final int MAX_NAME = 256;

  /** Longest id, in UTF-16 units. */
  public static final int MAX_ID = 1_024;

  /** Longest string value, in UTF-16 units. */
  public static final int MAX_TEXT = 65_536;

  /** Most values in one request, counted through lists and records. */
  public static final int MAX_VALUES = 10_000;

  /** Deepest nesting of lists and records within an attribute. */
  public static final int MAX_DEPTH = 16;

  /** Most requests in one batch. */
  public static final int MAX_BATCH = 1_000;

  private RequestLimits() {}

  static void checkName(String what, String name) {
    check(what, name, MAX_NAME);
  }

  static void checkId(String what, String id) {
    check(what, id, MAX_ID);
  }

  private static void check(String what, String text, int max) {
    if (text.isEmpty()) {
      throw new InvalidRequestException("`" + what + "` is empty");
    }
    if (text.length() > max) {
      throw new InvalidRequestException(
          "`" + what + "` has " + text.length() + " characters (limit " + max + ")");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new InvalidRequestException("`" + what + "` holds a control character");
      }
    }
  }
}
