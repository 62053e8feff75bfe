package dev.verdict.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

  @Test
  void hostAndPortAreReadAndWrittenAlike() {
    assertThat(ListenAddress.parse("127.0.0.1:7070"))
        .isEqualTo(new ListenAddress("127.0.0.1", 7070));
    assertThat(ListenAddress.parse("[::1]:7070")).isEqualTo(new ListenAddress("::1", 7070));
    assertThat(ListenAddress.parse("[::1]:7070")).hasToString("[::1]:7070");
    assertThat(ListenAddress.parse("localhost:0")).hasToString("localhost:0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:1",
        "127.255.0.9:1",
        "localhost:1",
        "LOCALHOST:1",
        "[::1]:1",
        "[::ffff:127.0.0.1]:1"
      })
  void theseAreReachedFromThisMachineOnly(String address) {
    assertThat(ListenAddress.parse(address).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0:1",
        "[::]:1",
        "10.0.0.1:1",
        "128.0.0.1:1",
        "127.0.0.1.example.com:1",
        "127.0.0.256:1",
        "127.1:1",
        "localhost.example.com:1",
        "[::ffff:10.0.0.1]:1",
        "[fe80::1]:1",
        "pdp:1"
      })
  void theseMayBeReachedFromOtherMachines(String address) {
    assertThat(ListenAddress.parse(address).isLoopback()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7070",
        ":7070",
        "127.0.0.1",
        "127.0.0.1:",
        "::1:7070",
        "a:65536",
        "a:-1",
        "a:x",
        "a b:1",
        "http://a:1",
        "[fe80::1%eth0]:1",
        "[]:1",
        "a:7070\n"
      })
  void theseAreNoAddresses(String address) {
    assertThatThrownBy(() -> ListenAddress.parse(address))
        .isInstanceOf(InvalidConfigurationException.class);
  }
}
