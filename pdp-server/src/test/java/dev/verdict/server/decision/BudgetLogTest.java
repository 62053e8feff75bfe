package dev.verdict.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.log.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BudgetLogTest {

  private final AtomicLong clock = new AtomicLong();
  private final Snapshot snapshot = snapshot();
  private final SnapshotDecider decider = new BudgetLog(new EvaluatedDecisions(), clock::get);

  @RegisterExtension private final CapturedLog log = CapturedLog.of(BudgetLog.class);

  @Test
  void oneLineAMinuteNamesTheRuleAndTellsHowManyThereWere() {
    ask(Limit.BUDGET.standard());
    ask(Limit.BUDGET.standard());
    ask(10);
    ask(Limit.BUDGET.standard());
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    ask(Limit.BUDGET.standard());

    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(0))
        .startsWith("event=budget_exceeded policy=file rule=costly decisions=1 revision=");
    assertThat(log.lines().get(1)).contains(" decisions=3 ");
  }

  private void ask(int length) {
    Attributes.Builder attributes = Attributes.builder();
    attributes.add("text", new Value.Text("x".repeat(length)));
    var request =
        new AccessRequest(
            new Entity("user", "ann"),
            new Action("read"),
            new Entity("file", "f1", attributes.build()),
            Attributes.NONE,
            Instant.EPOCH);
    assertThat(decider.decide(Asks.of(request), snapshot).isDone()).isTrue();
  }

  private static Snapshot snapshot() {
    return SnapshotLoader.load(
            List.of(
                new SourceFile(
                    "schema.yaml",
                    """
                    subjects: { user: {} }
                    resources:
                      file:
                        tenant-isolated: false
                        actions: [read]
                        attributes: { text: string }
                    """),
                new SourceFile(
                    "file.policy.yaml",
                    """
                    policy: file
                    resource: file
                    rules:
                      - permit: read
                        id: costly
                        when: contains(resource.text, 'y')
                    """)),
            "r1")
        .snapshot()
        .orElseThrow();
  }
}
