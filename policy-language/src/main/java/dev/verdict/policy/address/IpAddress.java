package dev.verdict.policy.address;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. An IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) is the IPv4 address, so
 * that one machine has one address however the text arrives.
 *
 * <p>INVARIANT: an IPv4 address is kept in its mapped form, {@code ::ffff:a.b.c.d}, and nothing
 * else has that form.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {

  /** Longest text of an address. */
  static final int MAX_TEXT = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

  private static final long MAPPED = 0xffff_0000_0000L;

  /** The IPv4 address of these 32 bits. */
  static IpAddress ofIpv4(long bits) {
    return new IpAddress(0, MAPPED | bits);
  }

  /**
   * The address of a text: {@code 192.0.2.1}, {@code 2001:db8::1}.
   *
   * <p>Strict: four octets in decimal without leading zeros, or the forms of RFC 4291 §2.2 without
   * a zone. No names, ports, brackets or blanks.
   *
   * @return null where the text is no address: requests hold these, so no Optional
   */
  public static @Nullable IpAddress parse(String text) {
    if (text.length() > MAX_TEXT) {
      return null;
    }
    if (text.indexOf(':') >= 0) {
      return Ipv6Text.parse(text);
    }
    long bits = Ipv4Text.parse(text, 0);
    return bits < 0 ? null : ofIpv4(bits);
  }

  public boolean isIpv4() {
    return high == 0 && (low & 0xffff_ffff_0000_0000L) == MAPPED;
  }

  @Override
  public int compareTo(IpAddress other) {
    int first = Long.compareUnsigned(high, other.high);
    return first == 0 ? Long.compareUnsigned(low, other.low) : first;
  }

  /** The text, in the one form that RFC 5952 recommends. */
  @Override
  public String toString() {
    return isIpv4() ? Ipv4Text.of(low) : Ipv6Text.of(this);
  }
}
