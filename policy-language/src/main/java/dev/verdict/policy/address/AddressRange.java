package dev.verdict.policy.address;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that share their first bits (CIDR, RFC 4632 §3.1): {@code 10.0.0.0/8}, {@code
 * 2001:db8::/32}. A range holds addresses of its own kind only: {@code ::/0} is every IPv6 address
 * and no IPv4 address.
 *
 * @param first the least of them; all bits behind the prefix are zero
 * @param bits how many bits they share, counted in 128: 96 more than the text of an IPv4 range says
 */
public record AddressRange(IpAddress first, int bits) implements Comparable<AddressRange> {

  private static final int IPV4_OFFSET = 96;
  private static final int BITS = 128;
  private static final int MAX_PREFIX_DIGITS = 3;

  /**
   * The range of a text. Strict: an address as {@link IpAddress#parse} reads it, a slash, and the
   * length of the prefix in decimal without leading zeros. Bits behind the prefix must be zero:
   * {@code 10.1.0.0/8} is a slip, and nobody knows in which of its two parts.
   *
   * @return null where the text is no range: requests hold these, so no Optional
   */
  public static @Nullable AddressRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    String written = text.substring(0, slash);
    IpAddress address = IpAddress.parse(written);
    int prefix = prefix(text, slash + 1);
    if (address == null || prefix < 0) {
      return null;
    }
    int bits = written.indexOf(':') < 0 ? prefix + IPV4_OFFSET : prefix;
    boolean whole =
        bits <= BITS
            && (address.high() & ~highMask(bits)) == 0
            && (address.low() & ~lowMask(bits)) == 0;
    return whole ? new AddressRange(address, bits) : null;
  }

  /** Whether the address is one of these. */
  public boolean contains(IpAddress address) {
    return ((address.high() ^ first.high()) & highMask(bits)) == 0
        && ((address.low() ^ first.low()) & lowMask(bits)) == 0
        && address.isIpv4() == first.isIpv4();
  }

  private static int prefix(String text, int from) {
    int digits = text.length() - from;
    if (digits < 1 || digits > MAX_PREFIX_DIGITS || (digits > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int prefix = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      prefix = prefix * 10 + c - '0';
    }
    return prefix;
  }

  private static long highMask(int bits) {
    return bits >= 64 ? -1L : mask(bits);
  }

  private static long lowMask(int bits) {
    return bits <= 64 ? 0 : mask(bits - 64);
  }

  /** That many ones before zeros. */
  private static long mask(int ones) {
    return ones == 0 ? 0 : -1L << (64 - ones);
  }

  @Override
  public int compareTo(AddressRange other) {
    int order = first.compareTo(other.first);
    return order == 0 ? Integer.compare(bits, other.bits) : order;
  }

  /** The text, in the one form that there is. */
  @Override
  public String toString() {
    return first + "/" + (first.isIpv4() ? bits - IPV4_OFFSET : bits);
  }
}
