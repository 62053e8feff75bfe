package dev.verdict.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressesTest {

  @Test
  void theConsoleSaysWhereTheServerListens() {
    String console =
        """
        policies   policies
        gRPC       127.0.0.1:41001
        HTTP       http://127.0.0.1:41002
        admin      http://127.0.0.1:41003

        serving; Ctrl-C stops
        """;

    assertThat(Addresses.areIn(console)).isTrue();
    Addresses addresses = Addresses.of(console);
    assertThat(addresses.grpc().getPort()).isEqualTo(41001);
    assertThat(addresses.http().getPort()).isEqualTo(41002);
    assertThat(addresses.admin().getPort()).isEqualTo(41003);
  }
}
