package dev.verdict.policy.syntax;

/** What to write instead of signs that no condition has. */
final class ForeignSigns {

  private ForeignSigns() {}

  /**
   * Why the sign at a place cannot be read, and what to write.
   *
   * @param before the sign that it continues, or an empty text
   */
  static String advice(String text, int place, String before) {
    if (text.startsWith("=>", place)) {
      return "`=>` is not an operator here; write `>=`, and for a lambda `any(list, x, ..)`";
    }
    if (text.startsWith("=<", place)) {
      return "`=<` is not an operator here; write `<=`";
    }
    String sign = text.substring(place, text.offsetByCodePoints(place, 1));
    return sign.equals("=") && before.equals("!=") ? "write `!=`" : advice(sign);
  }

  private static String advice(String sign) {
    return switch (sign) {
      case "&", "\u2227" -> "write `&&` for and";
      case "|", "\u2228" -> "write `||` for or";
      case "\u00ac" -> "write `!` for not";
      case "=" -> "write `==` to compare; a condition changes nothing";
      case "\u2260" -> "write `!=`";
      case "\u2264" -> "write `<=`";
      case "\u2265" -> "write `>=`";
      case "\u2208" -> "write `value =~ list`";
      case "/" -> "there is no division";
      case "%" -> "there is no remainder of a division";
      case "{", "}" -> "there are no maps or blocks; a list is written `['a', 'b']`";
      case ";" -> "a condition is one expression; join its parts with `&&` or `||`";
      case "#" -> "what a method is called with is an attribute here, like `resource.owner`";
      case "$" -> "names stand without `$`: a variable `isOwner`, an attribute `resource.owner`";
      case "\u2018", "\u2019", "\u201a", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb", "`" ->
          "`" + sign + "` is no quote here; write `'text'` or `\"text\"` with straight ones";
      case "\u2010", "\u2011", "\u2013", "\u2014", "\u2212" ->
          "`" + sign + "` is no sign here; write `-`";
      default -> other(sign);
    };
  }

  private static String other(String sign) {
    int character = sign.codePointAt(0);
    if (Character.isISOControl(character)) {
      return "the condition holds a control character";
    }
    return Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT
        ? String.format(
            "the condition holds a blank that is none (U+%04X); write it anew", character)
        : "`" + sign + "` is not part of the policy language";
  }
}
