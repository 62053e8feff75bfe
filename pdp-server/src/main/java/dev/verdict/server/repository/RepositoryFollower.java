package dev.verdict.server.repository;

import dev.verdict.server.log.PrintableText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a policy source: looks at it again and again, loads what is new off the request path, and
 * activates it in one step. What is broken or cannot be read is told, and the active snapshot goes
 * on deciding. Nothing that happens in a look ends the following.
 */
public final class RepositoryFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryFollower.class);
  private static final long CLOSE_SECONDS = 5;

  private final PolicySource source;
  private final FollowedState state;
  private final RepositoryListener listener;
  private final ScheduledExecutorService executor;
  private final Duration interval;
  private final AtomicBoolean lookAwaited = new AtomicBoolean();
  private @Nullable Future<?> looks;

  /**
   * A follower that has not looked yet.
   *
   * @param source read by this follower alone, and closed with it
   * @param loading turns files into a snapshot
   * @param active where the snapshot goes
   * @param listener hears what becomes of it
   * @param executor one thread for the looks, shut down with the follower
   * @param interval between the end of a look and the start of the next
   */
  public RepositoryFollower(
      PolicySource source,
      PolicyLoading loading,
      ActiveSnapshot active,
      RepositoryListener listener,
      InstantSource clock,
      ScheduledExecutorService executor,
      Duration interval) {
    this.source = source;
    this.state = new FollowedState(source.description(), loading, active, listener, clock);
    this.listener = listener;
    this.executor = executor;
    this.interval = interval;
  }

  /** A thread for one follower, which does not keep the process alive. */
  public static ScheduledExecutorService newThread() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          var thread = new Thread(task, "policy-repository");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Loads the repository on the caller's thread and, where that went well, follows it from then on.
   *
   * @return why nothing is active and nothing is followed; empty where all is well
   */
  public Optional<LoadFailure> start() {
    look();
    if (status().isEmpty()) {
      return state.failure();
    }
    looks =
        executor.scheduleWithFixedDelay(
            this::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    return Optional.empty();
  }

  /**
   * Looks again soon, without waiting for the interval to pass, and tells in the log what came of
   * it. Never blocks; a wish while another waits is the same wish.
   */
  public void lookNow() {
    if (!lookAwaited.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.execute(this::awaitedLook);
    } catch (RejectedExecutionException closed) {
      LOG.debug("event=repository_look_unwanted cause=\"the server is going down\"");
    }
  }

  private void awaitedLook() {
    lookAwaited.set(false);
    PollOutcome outcome = look();
    LOG.info(
        "event=repository_looked_at source={} outcome={}",
        PrintableText.quoted(source.description()),
        outcome.name().toLowerCase(Locale.ROOT));
  }

  /** How the repository stands; empty before the first activation. */
  public Optional<RepositoryStatus> status() {
    return state.status();
  }

  /** Ends the following; the active snapshot stays. */
  @Override
  public void close() {
    if (looks != null) {
      looks.cancel(true);
    }
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn(
            "event=repository_busy_at_close source={}", PrintableText.quoted(source.description()));
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    source.close();
  }

  /** One look. Whatever is thrown ends here, even an error of the machine: the next must come. */
  PollOutcome look() {
    PollOutcome outcome;
    try {
      outcome = state.take(source.read(state.known()));
    } catch (Throwable e) {
      if (!state.hasLookFailed()) {
        LOG.error(
            "event=repository_look_failed source={}",
            PrintableText.quoted(source.description()),
            e);
      }
      outcome = PollOutcome.UNREACHABLE;
      guarded(state::lookFailed);
    }
    PollOutcome seen = outcome;
    guarded(() -> listener.polled(seen));
    return seen;
  }

  private static void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      LOG.error("event=repository_listener_failed", e);
    }
  }
}
