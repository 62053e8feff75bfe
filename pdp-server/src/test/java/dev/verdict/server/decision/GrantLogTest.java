package dev.verdict.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.cache.CachedDecisions;
import dev.verdict.server.cache.CountedLookups;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.log.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GrantLogTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String LINE =
      "event=grant_used grant=audit permitted=%s subject_type=user action=%s"
          + " resource_type=document revision=r1";

  private final Snapshot snapshot = snapshot();
  private final DecisionService decisions =
      new GrantLog(
          new SnapshotDecisions(
              () -> snapshot,
              new CachedDecisions(
                  new EvaluatedDecisions(),
                  1_000_000,
                  Duration.ofMinutes(1),
                  () -> 0,
                  new CountedLookups())));

  @RegisterExtension private final CapturedLog log = CapturedLog.of(GrantLog.class);

  @Test
  void everyUseOfAGrantIsAnEventWhateverTheRulesSaid() {
    assertThat(decisions.decide(asking("auditors", "read", NOW)).value().permitted()).isTrue();
    assertThat(decisions.decide(asking("auditors", "read", NOW)).value().permitted()).isTrue();
    assertThat(decisions.decide(asking("auditors", "delete", NOW)).value().permitted()).isFalse();

    assertThat(log.lines())
        .containsExactly(
            LINE.formatted(true, "read"),
            LINE.formatted(true, "read"),
            LINE.formatted(false, "delete"));
  }

  @Test
  void batchesAndExplanationsAreLoggedToo() {
    decisions.decideAll(
        List.of(asking("acme", "read", NOW), asking("auditors", "read", NOW)),
        BatchSemantic.EXECUTE_ALL,
        Turns.unbroken());
    decisions.explain(asking("auditors", "delete", NOW));

    assertThat(log.lines())
        .containsExactly(LINE.formatted(true, "read"), LINE.formatted(false, "delete"));
  }

  @Test
  void whoNeedsNoGrantOrHasNoneIsNotLogged() {
    decisions.decide(asking("acme", "read", NOW));
    decisions.decide(asking("globex", "read", NOW));

    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aGrantThatEndedIsNotServedFromMemory() {
    Instant end = Instant.parse("2026-02-01T00:00:00Z");
    assertThat(decisions.decide(asking("auditors", "read", end.minusNanos(1))).value().permitted())
        .isTrue();
    assertThat(decisions.decide(asking("auditors", "read", end)).value().permitted()).isFalse();
  }

  private static Ask asking(String tenant, String action, Instant now) {
    return Asks.of(
        new AccessRequest(
            new Entity("user", "ann", tenant(tenant)),
            new Action(action),
            new Entity("document", "d1", tenant("acme")),
            Attributes.NONE,
            now));
  }

  private static Attributes tenant(String name) {
    var attributes = Attributes.builder();
    attributes.add("tenant", new Value.Text(name));
    return attributes.build();
  }

  private static Snapshot snapshot() {
    LoadResult loaded =
        SnapshotLoader.load(
            List.of(
                new SourceFile(
                    "schema.yaml",
                    """
                    subjects: { user: { attributes: { tenant: string } } }
                    resources:
                      document: { actions: [read, delete], attributes: { tenant: string } }
                    """),
                new SourceFile(
                    "document.policy.yaml",
                    """
                    policy: document
                    resource: document
                    rules: [{ permit: read, id: everybody }]
                    """),
                new SourceFile(
                    "grants.yaml",
                    """
                    grants:
                      - id: audit
                        subjects: { type: user, tenant: auditors }
                        tenant: acme
                        resources: [document]
                        actions: [read, delete]
                        until: 2026-02-01T00:00:00Z
                        because: the yearly audit
                    """)),
            "r1");
    return loaded.snapshot().orElseThrow(() -> new AssertionError(loaded.report()));
  }
}
