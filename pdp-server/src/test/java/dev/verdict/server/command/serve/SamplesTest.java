package dev.verdict.server.command.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.server.conformance.PolicyFolder;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SamplesTest {

  private static final Path INVOICING = Path.of("..", "policies-examples", "invoicing");

  @Test
  void theSamplesOfTheInvoicingExampleDifferInTheSubjectOnly() throws Exception {
    LoadResult loaded = SnapshotLoader.load(PolicyFolder.read(INVOICING).files(), "r1");
    Samples samples = Samples.of(loaded.snapshot().orElseThrow(), loaded, Clock.systemUTC());
    Samples.Sample permit = samples.permit().orElseThrow();
    Samples.Sample deny = samples.deny().orElseThrow();
    assertThat(permit.decision().permitted()).isTrue();
    assertThat(deny.decision().permitted()).isFalse();
    assertThat(deny.decision().reason().rule()).isPresent();
    assertThat(deny.request().action()).isEqualTo(permit.request().action());
    assertThat(deny.request().resource()).isEqualTo(permit.request().resource());
    assertThat(deny.request().subject()).isNotEqualTo(permit.request().subject());
  }
}
