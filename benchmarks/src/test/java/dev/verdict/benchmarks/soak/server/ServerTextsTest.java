package dev.verdict.benchmarks.soak.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ServerTextsTest {

  @Test
  void theHeapIsBothGenerationsWithoutMetaspace() {
    String printed =
        """
        4711:
         def new generation   total 78656K, used 1402K [0xf0000000, 0xf5550000, 0xf5550000)
          eden space 69952K,   2% used [0xf0000000, 0xf015eba8, 0xf4450000)
         tenured generation   total 174784K, used 30598K [0xf5550000, 0x100000000, 0x100000000)
           the space 174784K,  17% used [0xf5550000, 0xf7331ac0, 0xf7331c00, 0x100000000)
         Metaspace       used 45000K, committed 45504K, reserved 1114112K
        """;

    assertThat(HeapInfo.usedBytes(printed)).isEqualTo((1_402L + 30_598L) << 10);
  }

  @Test
  void theHeapOfAnotherCollectorIsNotGuessed() {
    assertThatThrownBy(() -> HeapInfo.usedBytes(" garbage-first heap   total 1K, used 1K [0x, 0x)"))
        .isInstanceOf(IllegalStateException.class);
  }

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
