package dev.verdict.policy.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,                               192.0.2.1",
    "0.0.0.0,                                 0.0.0.0",
    "255.255.255.255,                         255.255.255.255",
    "::,                                      ::",
    "::1,                                     ::1",
    "1::,                                     1::",
    "2001:DB8:0:0:0:0:0:1,                    2001:db8::1",
    "2001:0db8::0001,                         2001:db8::1",
    "2001:db8::1:0:0:1,                       2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1,                      2001:0:0:1::1",
    "2001:db8:0:1:1:1:1:1,                    2001:db8:0:1:1:1:1:1",
    "::ffff:192.0.2.1,                        192.0.2.1",
    "::FFFF:c000:0201,                        192.0.2.1",
    "0:0:0:0:0:ffff:192.0.2.1,                192.0.2.1",
    "0000:0000:0000:0000:0000:ffff:192.0.2.1, 192.0.2.1",
    "::192.0.2.1,                             ::c000:201",
    "64:ff9b::192.0.2.1,                      64:ff9b::c000:201",
    "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  })
  void anAddressIsWrittenInOneWay(String text, String canonical) {
    assertThat(IpAddress.parse(text)).hasToString(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "1",
        "3232235777",
        "0x7f.0.0.1",
        "127.1",
        "010.0.0.1",
        "10.0.0.01",
        "10.0.0.00",
        "10.0.0.256",
        "10.0.0.1000",
        "10.0.0",
        "10.0.0.0.1",
        "10.0.0.1.",
        ".10.0.0.1",
        "10..0.1",
        " 10.0.0.1",
        "10.0.0.1 ",
        "10.0.0.+1",
        "10.0.0.-1",
        "10.0.0.1:80",
        "１0.0.0.1",
        "10.0.0.1/32",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        "1:2:3:4:5:6:7:",
        ":1:2:3:4:5:6:7",
        "12345::",
        "g::",
        "+1::",
        "fe80::1%eth0",
        "fe80::1%1",
        "[::1]",
        "::1/128",
        "::ffff:010.0.0.1",
        "::ffff:10.0.0",
        "::10.0.0.1:1",
        "1:2:3:4:5:6:7:10.0.0.1",
        "1:2:3:4:5:10.0.0.1",
        "::.0.0.1",
        "0000:0000:0000:0000:0000:0000:0000:0000:0000:00"
      })
  void whatTwoProgramsCouldReadDifferentlyIsNoAddress(String text) {
    assertThat(IpAddress.parse(text)).isNull();
  }

  @Property
  void anIpv6AddressIsTheOneThatJavaReads(@ForAll long high, @ForAll long low)
      throws UnknownHostException {
    agreesWithJava(new IpAddress(high, low));
    agreesWithJava(new IpAddress(high & 0xffff_0000_0000_0000L, low & 0xffffL));
  }

  @Property
  void anIpv4AddressIsTheOneThatJavaReads(@ForAll int bits) throws UnknownHostException {
    IpAddress address = IpAddress.ofIpv4(bits & 0xffff_ffffL);

    assertThat(address.isIpv4()).isTrue();
    assertThat(InetAddress.getByName(address.toString()))
        .isInstanceOf(Inet4Address.class)
        .isEqualTo(InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(bits).array()));
    assertThat(IpAddress.parse("::ffff:" + address)).isEqualTo(address);
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
  }

  private static void agreesWithJava(IpAddress address) throws UnknownHostException {
    InetAddress java =
        InetAddress.getByAddress(
            ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array());

    assertThat(InetAddress.getByName(address.toString())).isEqualTo(java);
    assertThat(IpAddress.parse(java.getHostAddress())).isEqualTo(address);
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
  }
}
