package dev.verdict.policy.request;

import dev.verdict.policy.limit.Limit;

/** What may name a part of a request: some text that can be seen, not too long, in one line. */
final class NameCheck {

  private NameCheck() {}

  static void checkName(String what, String name) {
    check(what, name, Limit.NAME_LENGTH.standard());
  }

  static void checkId(String what, String id) {
    check(what, id, Limit.ID_LENGTH.standard());
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
    if (!VisibleText.isIn(text)) {
      throw new InvalidRequestException("`" + what + "` has no visible character");
    }
  }
}
