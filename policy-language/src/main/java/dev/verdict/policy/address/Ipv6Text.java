package dev.verdict.policy.address;

import org.jspecify.annotations.Nullable;

/**
 * The text of an IPv6 address (RFC 4291 §2.2): eight groups of up to four hexadecimal digits, a run
 * of zeros once as {@code ::}, the last two groups perhaps as an IPv4 address. For one text.
 */
final class Ipv6Text {

  private static final int GROUPS = 8;
  private static final int MAX_DIGITS = 4;

  private final String text;
  private final int[] groups = new int[GROUPS];
  private int count;

  /** How many groups stand before {@code ::}; -1 where there is none. */
  private int gap = -1;

  private int position;

  private Ipv6Text(String text) {
    this.text = text;
  }

  /** The address, or null where the text is none. */
  static @Nullable IpAddress parse(String text) {
    var reader = new Ipv6Text(text);
    return reader.read() ? reader.address() : null;
  }

  private boolean read() {
    if (text.startsWith("::")) {
      gap = 0;
      position = 2;
    }
    while (position < text.length()) {
      if (!readGroup() || (position < text.length() && !readSeparator())) {
        return false;
      }
    }
    return gap < 0 ? count == GROUPS : count < GROUPS;
  }

  private boolean readGroup() {
    int end = position;
    while (end < text.length() && isHexadecimal(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '.') {
      return readIpv4();
    }
    int digits = end - position;
    if (digits < 1 || digits > MAX_DIGITS || count == GROUPS) {
      return false;
    }
    groups[count++] = Integer.parseInt(text, position, end, 16);
    position = end;
    return true;
  }

  private boolean readIpv4() {
    long bits = Ipv4Text.parse(text, position);
    if (bits < 0 || count > GROUPS - 2) {
      return false;
    }
    groups[count++] = (int) (bits >> 16);
    groups[count++] = (int) (bits & 0xffff);
    position = text.length();
    return true;
  }

  /** A colon with more behind it, or two. */
  private boolean readSeparator() {
    if (text.charAt(position) != ':') {
      return false;
    }
    position++;
    if (position < text.length() && text.charAt(position) == ':') {
      if (gap >= 0) {
        return false;
      }
      gap = count;
      position++;
      return true;
    }
    return position < text.length();
  }

  private static boolean isHexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private IpAddress address() {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS; i++) {
      high = (high << 16) | (low >>> 48);
      low = (low << 16) | group(i);
    }
    return new IpAddress(high, low);
  }

  /** The group at that place of the whole address. */
  private int group(int place) {
    if (gap < 0 || place < gap) {
      return groups[place];
    }
    int zeros = GROUPS - count;
    return place < gap + zeros ? 0 : groups[place - zeros];
  }

  /** The text of RFC 5952 §4: small letters, the first of the longest runs of zeros left out. */
  static String of(IpAddress address) {
    int best = GROUPS;
    int longest = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zeros(address, i);
      if (zeros > longest) {
        best = i;
        longest = zeros;
      }
    }
    var text = new StringBuilder();
    append(text, address, 0, best);
    if (best < GROUPS) {
      text.append("::");
      append(text, address, best + longest, GROUPS);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, IpAddress address, int from, int to) {
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(group(address, i)));
    }
  }

  private static int zeros(IpAddress address, int from) {
    int end = from;
    while (end < GROUPS && group(address, end) == 0) {
      end++;
    }
    return end - from;
  }

  private static int group(IpAddress address, int place) {
    long half = place < GROUPS / 2 ? address.high() : address.low();
    return (int) (half >>> (48 - place % (GROUPS / 2) * 16)) & 0xffff;
  }
}
