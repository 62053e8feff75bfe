package dev.verdict.server.transport;

import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.ContextInternal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Event loops of one door, which end with it. */
public final class EventLoops implements AutoCloseable {

  private static final Duration MAX_STOP = Duration.ofSeconds(5);

  private final Vertx vertx;

  private EventLoops(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Starts loops that leave no files behind.
   *
   * @param count at least 1
   * @param connections counts the connections that they accept
   * @param listener that the loops are for
   */
  public static EventLoops start(int count, Connections connections, Listener listener) {
    return new EventLoops(
        Vertx.builder()
            .withTransport(new CountedTransport(new Acceptor(connections, listener)))
            .with(
                new VertxOptions()
                    .setEventLoopPoolSize(count)
                    .setWorkerPoolSize(1)
                    .setInternalBlockingPoolSize(1)
                    .setFileSystemOptions(
                        new FileSystemOptions()
                            .setFileCachingEnabled(false)
                            .setClassPathResolvingEnabled(false)))
            .build());
  }

  public Vertx vertx() {
    return vertx;
  }

  /**
   * Runs tasks on the event loop that this is called on, one after the other, later: each after
   * what has arrived meanwhile.
   *
   * @throws IllegalStateException where this is no event loop
   */
  public static Executor current() {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("not on an event loop");
    }
    EventLoop loop = ((ContextInternal) context).nettyEventLoop();
    return task -> {
      var unused =
          loop.schedule(() -> context.runOnContext(onLoop -> task.run()), 0, TimeUnit.NANOSECONDS);
    };
  }

  /**
   * Waits for something that the loops do; never call it on one of them.
   *
   * @throws IOException where it failed or takes longer than {@code max}; the message says why, for
   *     a person
   */
  public static void await(Future<?> future, Duration max) throws IOException {
    try {
      future.toCompletionStage().toCompletableFuture().get(max.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw new IOException(cause == null ? "unknown" : cause.getMessage(), cause);
    } catch (TimeoutException late) {
      throw new IOException("it took longer than " + max.toSeconds() + " seconds", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  /** Cuts off what still runs, and returns once the loops have ended. */
  @Override
  public void close() {
    try {
      await(vertx.close(), MAX_STOP);
    } catch (IOException unfinished) {
      // there is nothing left that could be done
    }
  }
}
