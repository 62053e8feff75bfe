package dev.verdict.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapInfoTest {

  @Test
  void bothGenerationsCountAsJdk17NamesThem() {
    String printed =
        """
        4711:
         def new generation   total 78656K, used 2824K [0x00000000f0000000, 0x00000000f5550000, 0x00000000f5550000)
          eden space 69952K,   4% used [0x00000000f0000000, 0x00000000f02c2190, 0x00000000f4450000)
         tenured generation   total 174784K, used 24654K [0x00000000f5550000, 0x0000000100000000, 0x0000000100000000)
           the space 174784K,  14% used [0x00000000f5550000, 0x00000000f6d63b68, 0x0000000100000000)
         Metaspace       used 9000K, committed 9216K, reserved 1114112K
        """;
    assertThat(HeapInfo.usedBytes(printed)).isEqualTo((2824L + 24654L) << 10);
  }

  @Test
  void bothGenerationsCountAsJdk25NamesThem() {
    String printed =
        """
        29603:
        DefNew     total 78656K, used 2824K [0x00000000f0000000, 0x00000000f5550000, 0x00000000f5550000)
         eden space 69952K,   4% used [0x00000000f0000000, 0x00000000f02c2190, 0x00000000f4450000)
        Tenured    total 174784K, used 24654K [0x00000000f5550000, 0x0000000100000000, 0x0000000100000000)
         the  space 174784K,  14% used [0x00000000f5550000, 0x00000000f6d63b68, 0x0000000100000000)
        """;
    assertThat(HeapInfo.usedBytes(printed)).isEqualTo((2824L + 24654L) << 10);
  }

  @Test
  void anotherCollectorIsRefused() {
    assertThatThrownBy(() -> HeapInfo.usedBytes("garbage-first heap   total 1024K, used 512K"))
        .isInstanceOf(IllegalStateException.class);
  }
}
