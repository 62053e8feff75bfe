package dev.verdict.benchmarks.load.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EmptyHttpServerTest {

  @Test
  void theDocumentHasTheSizeThatIsAskedFor() {
    assertThat(EmptyHttpServer.document(262))
        .hasSize(262)
        .startsWith("{\"is\":\"x")
        .endsWith("x\"}");
  }
}
