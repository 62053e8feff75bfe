package dev.verdict.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.decision.Door;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.repository.PollOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerMetricsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final ServerMetrics metrics = new ServerMetrics(Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void aDecisionIsCountedByItsEffectAndReason() {
    metrics.decisions().decided(permit());
    metrics.decisions().decided(deny(ReasonCode.TENANT_MISMATCH));
    metrics.decisions().decided(deny(ReasonCode.TENANT_MISMATCH));

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"permit\",reason=\"permitted\"} 1.0",
            "verdict_decisions_total{decision=\"deny\",reason=\"tenant_mismatch\"} 2.0");
  }

  @Test
  void aDecisionPastItsBudgetIsCountedByItsPolicyAndPoliciesAreBounded() {
    for (int i = 0; i < 300; i++) {
      metrics.decisions().decided(exceededIn("policy" + i));
    }
    metrics.decisions().decided(exceededIn("policy7"));
    metrics.decisions().decided(deny(ReasonCode.BUDGET_EXCEEDED));

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decision_budget_exceeded_total{policy=\"policy7\"} 2.0",
            "verdict_decision_budget_exceeded_total{policy=\"other\"} 101.0")
        .filteredOn(line -> line.startsWith("verdict_decision_budget_exceeded_total"))
        .hasSize(201);
  }

  private static Decision exceededIn(String policy) {
    var rule = new RuleReference(policy, "costly", policy + ".policy.yaml", 4);
    return Decision.deny(
        new Reason(ReasonCode.BUDGET_EXCEEDED, "too much", Optional.of(rule)), "r1");
  }

  @Test
  void everyForeseeableSeriesIsThereBeforeTheFirstEvent() {
    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"deny\",reason=\"rule_error\"} 0.0",
            "verdict_requests_rejected_total{cause=\"too_large\",door=\"grpc\"} 0.0",
            "verdict_snapshot_activations_total{outcome=\"rejected\"} 0.0",
            "verdict_tokens_rejected_total{cause=\"expired\"} 0.0",
            "verdict_decision_cache_lookups_total{result=\"miss\"} 0.0",
            "verdict_snapshot_rules 0.0",
            "verdict_snapshot_age_seconds NaN");
  }

  @Test
  void everyMetricOfTheServerIsDescribedForOperators() throws IOException {
    var connections =
        new Connections(ConnectionLimits.DEFAULT, System::nanoTime, metrics.doors()::ended);
    metrics.doors().watch(connections, Listener.GRPC);
    metrics.doors().watch(connections.bytes(), connections.answers().bytes());
    metrics.cache().watch(() -> 0);
    metrics.tokens().watch(() -> 0);
    metrics.properties().undeclared(Part.SUBJECT, "document");
    String operations = Files.readString(Path.of("..", "docs", "operations.md"));
    assertThat(metrics.scrape().lines().filter(line -> line.startsWith("# TYPE verdict_")))
        .hasSize(17)
        .allMatch(line -> operations.contains("| `" + line.split(" ", -1)[2] + "` |"));
  }

  @Test
  void ofUndeclaredPropertiesOnlySoManyResourceTypesAreCountedByName() {
    IntStream.range(0, 300)
        .forEach(type -> metrics.properties().undeclared(Part.RESOURCE, "type" + type));
    metrics.properties().undeclared(Part.RESOURCE, "type7");

    assertThat(metrics.scrape().lines().filter(line -> line.contains("part=\"resource\"")))
        .hasSize(201)
        .contains(
            "verdict_undeclared_properties_total{part=\"resource\",resource_type=\"type7\"} 2.0",
            "verdict_undeclared_properties_total{part=\"resource\",resource_type=\"other\"} 100.0");
  }

  @Test
  void aDurationFallsIntoItsBucketAndAllLargerOnes() {
    metrics.decisions().called(DecisionCall.SINGLE, 3_000);

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decision_duration_seconds_bucket{call=\"single\",le=\"2.5E-6\"} 0",
            "verdict_decision_duration_seconds_bucket{call=\"single\",le=\"5.0E-6\"} 1",
            "verdict_decision_duration_seconds_bucket{call=\"single\",le=\"+Inf\"} 1",
            "verdict_decision_duration_seconds_count{call=\"single\"} 1",
            "verdict_decision_duration_seconds_count{call=\"batch\"} 0");
  }

  @Test
  void rejectionsActivationsTokenFaultsAndCacheLookupsAreCountedByTheirCause() {
    metrics.doors().rejected(Door.HTTP, RefusalKind.INVALID_REQUEST);
    metrics.repository().polled(PollOutcome.ACTIVATED);
    metrics.tokens().rejected(TokenFault.BAD_SIGNATURE);
    metrics.cache().cacheHit();
    metrics.cache().cacheMiss();
    metrics.cache().cacheMiss();

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_requests_rejected_total{cause=\"invalid_request\",door=\"http\"} 1.0",
            "verdict_requests_rejected_total{cause=\"invalid_request\",door=\"grpc\"} 0.0",
            "verdict_snapshot_activations_total{outcome=\"activated\"} 1.0",
            "verdict_tokens_rejected_total{cause=\"bad_signature\"} 1.0",
            "verdict_decision_cache_lookups_total{result=\"hit\"} 1.0",
            "verdict_decision_cache_lookups_total{result=\"miss\"} 2.0");
  }

  @Test
  void theActiveSnapshotTellsItsAgeAndSize() {
    metrics.repository().activated(12, NOW.minusSeconds(90));

    assertThat(metrics.scrape().lines())
        .contains("verdict_snapshot_rules 12.0", "verdict_snapshot_age_seconds 90.0");
  }

  @Test
  void theMachineIsMeasuredToo() {
    assertThat(metrics.scrape())
        .contains(
            "jvm_memory_used_bytes{area=\"heap\"", "jvm_threads_live_threads", "system_cpu_count");
  }

  private static Decision permit() {
    return new Decision(
        true,
        new Reason(ReasonCode.PERMITTED, "permitted"),
        FieldGrant.ALL,
        List.of(),
        List.of(),
        "r1");
  }

  private static Decision deny(ReasonCode code) {
    return Decision.deny(new Reason(code, "denied"), "r1");
  }
}
