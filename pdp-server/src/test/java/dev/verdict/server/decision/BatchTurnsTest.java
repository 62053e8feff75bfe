package dev.verdict.server.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.eventual.WorkAbandonedException;
import dev.verdict.server.repository.SmallPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A large batch lets others go first, and is the same batch all the while. */
class BatchTurnsTest {

  private static final Snapshot SNAPSHOT = SmallPolicies.snapshotFor("alice", "r1");

  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final Decider decider = new Decider();
  private final SnapshotDecisions decisions =
      new SnapshotDecisions(
          () -> {
            reads.incrementAndGet();
            return SNAPSHOT;
          },
          decider);

  @Test
  void othersRunBetweenTheTurnsOfALargeBatch() {
    var decidedWhenOthersRan = new ArrayList<Integer>();
    Eventual<List<Decision>> answer =
        decisions.decideAll(asks(1_000), BatchSemantic.EXECUTE_ALL, turns());
    while (!answer.isDone()) {
      decidedWhenOthersRan.add(decider.decided);
      loop.remove().run();
    }

    assertThat(decidedWhenOthersRan).hasSize(15).startsWith(64, 128, 192);
    assertThat(answer.value()).hasSize(1_000);
    assertThat(reads).hasValue(1);
  }

  @Test
  void twoBatchesOnOneLoopTakeTurns() {
    Eventual<List<Decision>> large =
        decisions.decideAll(asks(1_000), BatchSemantic.EXECUTE_ALL, turns());
    Eventual<List<Decision>> second =
        decisions.decideAll(asks(100), BatchSemantic.EXECUTE_ALL, turns());
    loop.remove().run();
    loop.remove().run();

    assertThat(second.isDone()).isTrue();
    assertThat(large.isDone()).isFalse();
  }

  @Test
  void aTurnEndsByTimeToo() {
    var nanoseconds = new AtomicInteger();
    Turns slow = Turns.on(() -> loop::add, () -> nanoseconds.addAndGet(600_000));

    decisions.decideAll(asks(10), BatchSemantic.EXECUTE_ALL, slow);

    assertThat(decider.decided).isLessThan(4);
  }

  @Test
  void whatIsDecidedInTurnsIsWhatIsDecidedAtOnce() {
    var random = new Random(11);
    for (int run = 0; run < 200; run++) {
      List<Ask> asks = asks(random.nextInt(300));
      decider.seed = random.nextInt();
      for (BatchSemantic semantic : BatchSemantic.values()) {
        Eventual<List<Decision>> inTurns = decisions.decideAll(asks, semantic, turns());
        while (!loop.isEmpty()) {
          loop.remove().run();
        }

        assertThat(inTurns.value())
            .isEqualTo(decisions.decideAll(asks, semantic, Turns.unbroken()).value());
      }
    }
  }

  @Test
  void aBatchThatEndsEarlyEndsInItsTurn() {
    decider.denied = 100;

    decisions.decideAll(asks(1_000), BatchSemantic.DENY_ON_FIRST_DENY, turns());
    while (!loop.isEmpty()) {
      loop.remove().run();
    }

    assertThat(decider.decided).isEqualTo(101);
  }

  @Test
  void ofAnAnswerThatIsTooLargeNothingIsGiven() {
    decider.obligation = "x".repeat(65_536);

    assertThatExceptionOfType(AnswerTooLargeException.class)
        .isThrownBy(
            () -> decisions.decideAll(asks(1_000), BatchSemantic.EXECUTE_ALL, Turns.unbroken()));
    assertThat(decider.decided)
        .isEqualTo((AnswerSize.MAX_BYTES - AnswerSize.OTHER_REASONS) / 65_536);
  }

  @Test
  void itIsRefusedInALaterTurnAsInTheFirst() {
    decider.obligation = "x".repeat(10_000);
    var told = new ArrayList<Object>();
    decisions
        .decideAll(asks(1_000), BatchSemantic.EXECUTE_ALL, turns())
        .whenDone(told::add, told::add);
    while (!loop.isEmpty()) {
      loop.remove().run();
    }

    assertThat(told).singleElement().isInstanceOf(AnswerTooLargeException.class);
    assertThat(decider.decided).isLessThan(420);
  }

  @Test
  void afterALateDecisionThatComesTooLateNothingIsDecided() {
    var late = new Promise<Decision>();
    decider.late = late;
    var over = new AtomicBoolean();
    var deadline = new Deadline(() -> loop::add, () -> 0, Duration.ofHours(1), over::get);
    var told = new ArrayList<Object>();
    decisions
        .decideAll(asks(10), BatchSemantic.EXECUTE_ALL, turns().until(deadline))
        .whenDone(told::add, told::add);

    over.set(true);
    late.complete(decider.permit());
    loop.remove().run();

    assertThat(told).singleElement().isInstanceOf(WorkAbandonedException.class);
    assertThat(decider.decided).isEqualTo(1);
  }

  @Test
  void afterALateDecisionTheRestIsDecidedOnTheLoop() {
    var late = new Promise<Decision>();
    decider.late = late;
    Eventual<List<Decision>> answer =
        decisions.decideAll(asks(10), BatchSemantic.EXECUTE_ALL, turns());
    late.complete(decider.permit());
    assertThat(decider.decided).isEqualTo(1);
    decider.late = null;
    loop.remove().run();

    assertThat(answer.value()).hasSize(10);
  }

  private Turns turns() {
    return Turns.on(() -> loop::add, () -> 0);
  }

  private static List<Ask> asks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Entity("document", Integer.toString(i)))
        .map(document -> Asks.of(SmallPolicies.reads("alice", document, Instant.EPOCH)))
        .toList();
  }

  private static final class Decider implements SnapshotDecider {

    private int decided;
    private int denied = -1;
    private int seed;
    private String obligation = "";
    private @Nullable Promise<Decision> late;

    @Override
    public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
      decided++;
      if (late != null) {
        return late;
      }
      int number = Integer.parseInt(ask.request().resource().id());
      boolean deny = number == denied || (seed != 0 && (number * 31 + seed) % 97 == 0);
      var reason = new Reason(ReasonCode.NO_RULE_MATCHED, "number " + number);
      return Eventual.of(deny ? Decision.deny(reason, "r1") : permit());
    }

    private Decision permit() {
      Attributes.Builder properties = Attributes.builder();
      properties.add("text", new Value.Text(obligation));
      return new Decision(
          true,
          new Reason(ReasonCode.PERMITTED, "permitted"),
          FieldGrant.ALL,
          List.of(new Obligation("audit", properties.build())),
          List.of(),
          "r1");
    }

    @Override
    public Cacheability cacheability(Ask ask, Snapshot snapshot) {
      return Cacheability.NEVER;
    }
  }
}
