package dev.verdict.server.command;

import dev.verdict.server.command.serve.OperatorSignals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGINT (Ctrl-C) and SIGTERM: the first asks the command to end in good order, another ends the
 * process at once. A shutdown hook could do the first only. SIGHUP asks it to look again, and never
 * ends it.
 *
 * <p>Launchers and {@code timeout} pass on a signal that the terminal has sent to the whole group
 * too, so what follows within half a second is still the first.
 *
 * <p>The JDK's class for signals is reached by name: the compiler warns of its every mention, and
 * no annotation can tell it that this is meant.
 */
final class ProcessSignals implements OperatorSignals {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessSignals.class);

  /** What shells report for a process that Ctrl-C ended. */
  private static final int ENDED_BY_SIGNAL = 130;

  private static final long SAME_WISH_NANOSECONDS = 500_000_000;

  private final CountDownLatch first = new CountDownLatch(1);
  private volatile long firstAt;
  private volatile Runnable look = () -> {};

  private ProcessSignals() {}

  /** Takes the signals from the JVM, which would end the process at the first. */
  static ProcessSignals install() {
    var signals = new ProcessSignals();
    handle("INT", signals::stopWished);
    handle("TERM", signals::stopWished);
    handle("HUP", signals::lookWished);
    return signals;
  }

  /** A JVM that was started with {@code -Xrs}, say, keeps its signals: then the system's way is. */
  private static void handle(String name, Runnable received) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      MethodHandle run =
          MethodHandles.publicLookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(received);
      Object receiver =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(run, 0, signal));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
    } catch (ReflectiveOperationException unavailable) {
      LOG.warn(
          "event=signal_unavailable signal=SIG{} advice=\"this JVM does not hand it over, so it"
              + " does what the system does; start java without -Xrs\"",
          name);
    }
  }

  @Override
  public void awaitStop() throws InterruptedException {
    first.await();
  }

  @Override
  public void onHangup(Runnable wished) {
    look = wished;
  }

  private void lookWished() {
    look.run();
  }

  private void stopWished() {
    if (first.getCount() > 0) {
      firstAt = System.nanoTime();
      first.countDown();
    } else if (System.nanoTime() - firstAt > SAME_WISH_NANOSECONDS) {
      Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
    }
  }
}
