package dev.verdict.server.eventual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventualTest {

  private final RuntimeException fault = new IllegalStateException("the store is down");

  private final List<Object> told = new ArrayList<>();

  @Test
  void whatIsThereIsToldAtOnce() {
    Eventual<String> known = Eventual.of("a");

    known.whenDone(told::add, told::add);

    assertThat(known.isDone()).isTrue();
    assertThat(known.value()).isEqualTo("a");
    assertThat(told).containsExactly("a");
  }

  @Test
  void whatComesLaterIsToldWhenItComes() {
    var promise = new Promise<String>();
    promise.whenDone(told::add, told::add);
    assertThat(promise.isDone()).isFalse();
    assertThatThrownBy(promise::value).isInstanceOf(IllegalStateException.class);

    promise.complete("a");

    assertThat(told).containsExactly("a");
    assertThat(promise.isDone()).isTrue();
    assertThat(promise.value()).isEqualTo("a");
  }

  @Test
  void whatHasComeMeanwhileIsToldAtOnce() {
    var promise = new Promise<String>();
    promise.complete("a");

    promise.whenDone(told::add, told::add);

    assertThat(told).containsExactly("a");
  }

  @Test
  void aFailureIsNoResult() {
    var promise = new Promise<String>();
    promise.whenDone(value -> told.add("a result"), told::add);

    promise.fail(fault);

    assertThat(told).containsExactly(fault);
    assertThat(promise.isDone()).isFalse();
    assertThatThrownBy(promise::value).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFailurePassesWhatWouldBeMadeOfTheResult() {
    var promise = new Promise<String>();
    promise
        .map(String::length)
        .flatMap(length -> Eventual.of(told.add(length)))
        .whenDone(told::add, told::add);

    promise.fail(fault);

    assertThat(told).containsExactly(fault);
  }

  @Test
  void aFaultInWhatIsMadeOfALaterResultIsAFailure() {
    var promise = new Promise<String>();
    Eventual<String> broken =
        promise.map(
            value -> {
              throw fault;
            });
    broken.whenDone(told::add, told::add);

    promise.complete("a");

    assertThat(told).containsExactly(fault);
  }

  @Test
  void aFaultInWhatIsMadeOfAResultThatIsThereIsThrown() {
    assertThatThrownBy(
            () ->
                Eventual.of("a")
                    .map(
                        value -> {
                          throw fault;
                        }))
        .isSameAs(fault);
  }

  @Test
  void whatIsMadeOfAResultMayComeLaterToo() {
    var first = new Promise<String>();
    var second = new Promise<Integer>();
    first
        .flatMap(value -> second.map(more -> value.length() + more))
        .whenDone(told::add, told::add);

    first.complete("abc");
    assertThat(told).isEmpty();
    second.complete(4);

    assertThat(told).containsExactly(7);
  }

  @Test
  void oneOutcomeAndOnePartyThatWaits() {
    var promise = new Promise<String>();
    promise.whenDone(told::add, told::add);
    assertThatThrownBy(() -> promise.whenDone(told::add, told::add))
        .isInstanceOf(IllegalStateException.class);

    promise.complete("a");

    assertThatThrownBy(() -> promise.complete("b")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> promise.fail(fault)).isInstanceOf(IllegalStateException.class);
    assertThat(told).containsExactly("a");
  }

  @Test
  void whoWaitsWhileTheResultComesIsToldOnce() throws Exception {
    int rounds = 20_000;
    var promise = new AtomicReference<>(new Promise<Integer>());
    var calls = new AtomicInteger();
    var barrier = new CyclicBarrier(2);
    var bringing =
        new Thread(
            () -> {
              for (int round = 0; round < rounds; round++) {
                await(barrier);
                promise.get().complete(1);
                await(barrier);
              }
            });
    bringing.start();
    for (int round = 0; round < rounds; round++) {
      promise.set(new Promise<>());
      await(barrier);
      promise.get().whenDone(calls::addAndGet, failure -> calls.addAndGet(rounds));
      await(barrier);
      assertThat(calls.get()).isEqualTo(round + 1);
    }
    bringing.join();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }
}
