package dev.verdict.server.metrics;

import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.EndCause;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.decision.Door;
import dev.verdict.server.refusal.RefusalKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the doors turn away, and shows what connections and calls hold. */
public final class DoorMetrics {

  private final MeterRegistry registry;
  private final MeterTable<Door, MeterTable<RefusalKind, Counter>> rejections;
  private final MeterTable<Listener, MeterTable<EndCause, Counter>> ends;

  DoorMetrics(MeterRegistry registry) {
    this.registry = registry;
    rejections =
        MeterTable.of(
            Door.class, door -> MeterTable.of(RefusalKind.class, kind -> rejection(door, kind)));
    ends =
        MeterTable.of(
            Listener.class,
            listener -> MeterTable.of(EndCause.class, cause -> end(listener, cause)));
  }

  /** A door turned a call away without a decision. */
  public void rejected(Door door, RefusalKind kind) {
    rejections.at(door).at(kind).increment();
  }

  /** A connection was ended by the server, or not taken. */
  public void ended(Listener listener, EndCause cause) {
    ends.at(listener).at(cause).increment();
  }

  /** Shows what connections hold from now on. */
  public void watch(Connections connections, Listener... listeners) {
    for (Listener listener : listeners) {
      Gauge.builder("verdict.connections.open", () -> connections.count(listener))
          .description("Connections that are open")
          .tag("listener", MeterTable.word(listener))
          .register(registry);
    }
  }

  /** Shows what unfinished calls and answers hold from now on. */
  public void watch(BytesInFlight calls, BytesInFlight answers) {
    Gauge.builder("verdict.body.bytes", calls::held)
        .description("Bytes of calls that have begun to arrive and are not yet answered")
        .register(registry);
    Gauge.builder("verdict.answer.bytes", answers::held)
        .description("Bytes of answers that wait for their callers to read them")
        .register(registry);
  }

  private Counter rejection(Door door, RefusalKind kind) {
    return Counter.builder("verdict.requests.rejected")
        .description("Calls turned away without a decision")
        .tag("door", door.word())
        .tag("cause", kind.reason())
        .register(registry);
  }

  private Counter end(Listener listener, EndCause cause) {
    return Counter.builder("verdict.connections.ended")
        .description("Connections that the server ended or did not take")
        .tag("listener", MeterTable.word(listener))
        .tag("cause", MeterTable.word(cause))
        .register(registry);
  }
}
