package dev.verdict.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetTest {

  @Test
  void whatCannotBeAnotherMachineIsLoopback() {
    for (String loopback :
        List.of(
            "localhost:7070",
            "LOCALHOST:7070",
            "127.0.0.1:7070",
            "127.255.0.3:1",
            "[::1]:7070",
            "[0:0:0:0:0:0:0:1]:7070",
            "[::ffff:127.0.0.1]:7070",
            "dns:///localhost:7070",
            "unix:/run/verdict.sock",
            "unix:///run/verdict.sock")) {
      assertThat(Target.of(loopback).loopback()).as(loopback).isTrue();
    }
  }

  /** Names are not resolved: what they stand for may change, and others say so. */
  @Test
  void anyOtherNameOrAddressIsNot() {
    for (String elsewhere :
        List.of(
            "pdp.internal:7070",
            "localhost.example.com:7070",
            "localhost.localdomain:7070",
            "ip6-localhost:7070",
            "127.0.0.1.example.com:7070",
            "127.1:7070",
            "128.0.0.1:7070",
            "0.0.0.0:7070",
            "10.0.0.1:7070",
            "[::]:7070",
            "[2001:db8::1]:7070",
            "[::ffff:10.0.0.1]:7070",
            "dns:///pdp.internal:7070",
            "dns://127.0.0.1/pdp.internal:7070")) {
      assertThat(Target.of(elsewhere).loopback()).as(elsewhere).isFalse();
    }
  }

  @Test
  void aTargetWithoutAPortIsRefusedWhereItIsGiven() {
    for (String broken :
        List.of(
            "pdp.internal",
            "pdp.internal:",
            ":7070",
            "pdp.internal:http",
            "::1",
            "::1:7070",
            "[::1]",
            "[pdp]:7070",
            "pdp:0",
            "pdp:65536",
            "pdp:7070/path",
            "dns:///pdp.internal",
            "http://pdp.internal:7070",
            "https://pdp.internal:7070",
            "xds:///pdp")) {
      assertThatIllegalArgumentException()
          .as(broken)
          .isThrownBy(() -> PdpClient.builder(broken))
          .withMessageContaining("(expected: `host:port`, such as `pdp.internal:7070`)");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdpClient.builder("https://pdp:7070"))
        .withMessageContaining("leave out the scheme");
  }
}
