package dev.verdict.policy.address;

/** The text of an IPv4 address: four octets in decimal. */
final class Ipv4Text {

  private static final int OCTETS = 4;
  private static final int MAX_DIGITS = 3;

  private Ipv4Text() {}

  /**
   * The 32 bits of the address that the text ends with; -1 where it is none. An octet that begins
   * with {@code 0} is refused, because some programs read it as octal.
   */
  static long parse(String text, int from) {
    long bits = 0;
    int position = from;
    for (int i = 0; i < OCTETS; i++) {
      if (i > 0 && (position >= text.length() || text.charAt(position++) != '.')) {
        return -1;
      }
      int end = digitsEnd(text, position);
      int octet = octet(text, position, end);
      if (octet < 0) {
        return -1;
      }
      bits = (bits << 8) | octet;
      position = end;
    }
    return position == text.length() ? bits : -1;
  }

  static String of(long bits) {
    return ((bits >> 24) & 0xff)
        + "."
        + ((bits >> 16) & 0xff)
        + "."
        + ((bits >> 8) & 0xff)
        + "."
        + (bits & 0xff);
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int octet(String text, int from, int to) {
    int digits = to - from;
    if (digits < 1 || digits > MAX_DIGITS || (digits > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int octet = Integer.parseInt(text, from, to, 10);
    return octet <= 0xff ? octet : -1;
  }
}
