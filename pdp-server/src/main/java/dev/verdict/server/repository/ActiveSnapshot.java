package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.Snapshot;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot that decides now. Replaced whole, in one step: who holds one keeps it for as long as
 * a call lasts.
 */
public final class ActiveSnapshot implements Supplier<Snapshot> {

  private final AtomicReference<@Nullable Snapshot> active = new AtomicReference<>();

  /**
   * The active snapshot; never blocks.
   *
   * @throws IllegalStateException before the first activation: no door is open then
   */
  @Override
  public Snapshot get() {
    Snapshot snapshot = active.get();
    if (snapshot == null) {
      throw new IllegalStateException("no policy is active yet");
    }
    return snapshot;
  }

  public boolean isPresent() {
    return active.get() != null;
  }

  void activate(Snapshot snapshot) {
    active.set(snapshot);
  }
}
