package dev.verdict.policy.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,            10.0.0.0,         true",
    "10.0.0.0/8,            10.255.255.255,   true",
    "10.0.0.0/8,            11.0.0.0,         false",
    "10.0.0.0/8,            9.255.255.255,    false",
    "10.0.0.0/8,            ::ffff:10.1.2.3,  true",
    "10.0.0.0/8,            ::10.1.2.3,       false",
    "::ffff:10.0.0.0/104,   10.1.2.3,         true",
    "::ffff:0:0/96,         192.0.2.1,        true",
    "0.0.0.0/0,             192.0.2.1,        true",
    "0.0.0.0/0,             ::1,              false",
    "0.0.0.0/0,             ::,               false",
    "::/0,                  2001:db8::1,      true",
    "::/0,                  192.0.2.1,        false",
    "::/0,                  ::ffff:192.0.2.1, false",
    "::/64,                 192.0.2.1,        false",
    "192.0.2.7/32,          192.0.2.7,        true",
    "192.0.2.7/32,          192.0.2.6,        false",
    "2001:db8::/32,         2001:db8:ffff::1, true",
    "2001:db8::/32,         2001:db9::,       false",
    "2001:db8::/64,         2001:db8::ffff:1, true",
    "2001:db8::/64,         2001:db8:0:1::,   false",
    "2001:db8::8/125,       2001:db8::f,      true",
    "2001:db8::8/125,       2001:db8::10,     false",
    "::1/128,               ::1,              true",
  })
  void aRangeHoldsTheAddressesOfItsPrefixAndKind(String range, String address, boolean held) {
    assertThat(AddressRange.parse(range).contains(IpAddress.parse(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "10.0.0.0/00",
        "10.0.0.0/+8",
        "10.0.0.0/-1",
        "10.0.0.0/8 ",
        "10.0.0.0/ 8",
        "10.0.0.0/8/8",
        "10.0.0.0/1000",
        "10.0.0.0/255.0.0.0",
        "10/8",
        "10.1.0.0/8",
        "10.0.0.1/31",
        "0.0.0.1/0",
        "2001:db8::/129",
        "2001:db8::1/127",
        "2001:db8:8000::/32",
        "::ffff:10.0.0.0/8",
        "::ffff:0:0/95",
        "fe80::%1/64"
      })
  void whatIsNoRangeOrHasBitsBehindItsPrefixIsNone(String text) {
    assertThat(AddressRange.parse(text)).isNull();
  }

  @Property
  void aRangeHoldsWhatHasTheSameFirstBits(
      @ForAll long high,
      @ForAll long low,
      @ForAll @IntRange(max = 128) int prefix,
      @ForAll @IntRange(max = 127) int flipped) {
    BigInteger bits =
        number(new IpAddress(high, low)).shiftRight(128 - prefix).shiftLeft(128 - prefix);
    IpAddress first = address(bits);
    AddressRange range = AddressRange.parse(first + "/" + prefix);
    IpAddress other = address(bits.flipBit(127 - flipped));
    if (first.isIpv4() || other.isIpv4()) {
      return;
    }

    assertThat(range).hasToString(first + "/" + prefix);
    assertThat(range.contains(first)).isTrue();
    assertThat(range.contains(other)).isEqualTo(flipped >= prefix);
  }

  private static BigInteger number(IpAddress address) {
    return new BigInteger(
        1, ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array());
  }

  private static IpAddress address(BigInteger bits) {
    return new IpAddress(bits.shiftRight(64).longValue(), bits.longValue());
  }
}
