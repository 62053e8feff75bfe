package dev.verdict.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DecisionCacheTest {

  private static final AccessRequest REQUEST =
      new AccessRequest(
          new Entity("user", "alice"),
          new Action("read"),
          new Entity("invoice", "1"),
          Attributes.NONE,
          AccessRequests.NOW);

  private final AtomicLong nanoseconds = new AtomicLong();
  private final CountedLookups lookups = new CountedLookups();
  private final DecisionCache cache =
      new DecisionCache(1_000_000, Duration.ofSeconds(10), nanoseconds::get, lookups);
  private final List<AccessRequest> decided = new ArrayList<>();

  @Test
  void theSameQuestionIsDecidedOnce() {
    var first = cache.decide("r1", REQUEST, this::permit);
    var second = cache.decide("r1", REQUEST, this::permit);

    assertThat(second).isEqualTo(first);
    assertThat(decided).hasSize(1);
    assertThat(lookups.hits()).isEqualTo(1);
    assertThat(lookups.misses()).isEqualTo(1);
  }

  @Test
  void aDenyIsRememberedLikeAPermit() {
    cache.decide("r1", REQUEST, request -> deny(request, ReasonCode.NO_RULE_MATCHED));
    cache.decide("r1", REQUEST, request -> deny(request, ReasonCode.NO_RULE_MATCHED));

    assertThat(decided).hasSize(1);
  }

  @Test
  void anErrorIsNotRemembered() {
    cache.decide("r1", REQUEST, request -> deny(request, ReasonCode.RULE_ERROR));
    var decision = cache.decide("r1", REQUEST, this::permit);

    assertThat(decision.permitted()).isTrue();
    assertThat(decided).hasSize(2);
  }

  @Test
  void anotherSnapshotFindsNothing() {
    cache.decide("r1", REQUEST, this::permit);
    var decision =
        cache.decide("r2", REQUEST, request -> deny(request, ReasonCode.NO_RULE_MATCHED));

    assertThat(decision.permitted()).isFalse();
  }

  @Test
  void aDecisionIsForgottenWhenItsTimeIsOver() {
    cache.decide("r1", REQUEST, this::permit);
    nanoseconds.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    cache.decide("r1", REQUEST, this::permit);
    assertThat(decided).hasSize(1);

    nanoseconds.addAndGet(1);
    cache.decide("r1", REQUEST, this::permit);
    assertThat(decided).hasSize(2);
  }

  @Test
  void aLargeQuestionIsDecidedEveryTime() {
    var attributes = Attributes.builder();
    attributes.add("text", new Value.Text("x".repeat(DecisionKey.MAX_BYTES)));
    var large =
        new AccessRequest(
            REQUEST.subject(),
            REQUEST.action(),
            REQUEST.resource(),
            attributes.build(),
            AccessRequests.NOW);

    cache.decide("r1", large, this::permit);
    cache.decide("r1", large, this::permit);

    assertThat(decided).hasSize(2);
    assertThat(lookups.misses()).isEqualTo(2);
  }

  @Test
  void whatDoesNotFitMakesRoom() {
    var small = new DecisionCache(4_000, Duration.ofSeconds(10), nanoseconds::get, lookups);
    for (int i = 0; i < 100; i++) {
      small.decide("r" + i, REQUEST, this::permit);
    }
    for (int i = 0; i < 100; i++) {
      small.decide("r" + i, REQUEST, this::permit);
    }

    assertThat(lookups.hits()).isLessThan(10);
  }

  @Test
  void largeQuestionsTakeMoreRoom() {
    var small = new DecisionCache(60_000, Duration.ofSeconds(10), nanoseconds::get, lookups);
    for (int i = 0; i < 20; i++) {
      small.decide("r" + i + "x".repeat(10_000), REQUEST, this::permit);
    }
    for (int i = 0; i < 20; i++) {
      small.decide("r" + i + "x".repeat(10_000), REQUEST, this::permit);
    }

    assertThat(lookups.hits()).isLessThan(5);
  }

  @Property(tries = 200)
  void withAndWithoutTheDecisionsAreTheSameAcrossSnapshots(
      @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("requests") AccessRequest> requests,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 1_000) Integer> steps) {
    var property = new DecisionCache(20_000, Duration.ofNanos(50), nanoseconds::get, lookups);
    String revision = "r0";
    for (int step : steps) {
      nanoseconds.addAndGet(step % 7);
      if (step % 5 == 0) {
        revision = "r" + step % 3;
      }
      AccessRequest request = requests.get(step % requests.size());
      String active = revision;

      Decision decision = property.decide(active, request, asked -> fake(active, asked));

      assertThat(decision).isEqualTo(fake(active, request));
    }
  }

  @Provide
  Arbitrary<AccessRequest> requests() {
    return AccessRequests.any();
  }

  /** Some decision that depends on all that a decision may depend on. */
  private static Decision fake(String revision, AccessRequest request) {
    int mixed = request.hashCode() * 31 + revision.hashCode();
    var reason = new Reason(ReasonCode.PERMITTED, "mix " + mixed);
    return (mixed & 1) == 0
        ? new Decision(true, reason, FieldGrant.ALL, List.of(), List.of(), revision)
        : Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "mix " + mixed), revision);
  }

  private Decision permit(AccessRequest request) {
    decided.add(request);
    var reason = new Reason(ReasonCode.PERMITTED, "a rule permits this");
    return new Decision(true, reason, FieldGrant.ALL, List.of(), List.of(), "r1");
  }

  private Decision deny(AccessRequest request, ReasonCode code) {
    decided.add(request);
    return Decision.deny(new Reason(code, "this is denied"), "r1");
  }
}
