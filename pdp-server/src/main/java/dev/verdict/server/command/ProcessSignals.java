package dev.verdict.server.command;

import dev.verdict.server.command.serve.StopSignal;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CountDownLatch;

/**
 * SIGINT (Ctrl-C) and SIGTERM: the first asks the command to end in good order, another ends the
 * process at once. A shutdown hook could do the first only.
 *
 * <p>Launchers and {@code timeout} pass on a signal that the terminal has sent to the whole group
 * too, so what follows within half a second is still the first.
 *
 * <p>The JDK's class for signals is reached by name: the compiler warns of its every mention, and
 * no annotation can tell it that this is meant.
 */
final class ProcessSignals implements StopSignal {

  /** What shells report for a process that Ctrl-C ended. */
  private static final int ENDED_BY_SIGNAL = 130;

  private static final long SAME_WISH_NANOSECONDS = 500_000_000;

  private final CountDownLatch first = new CountDownLatch(1);
  private volatile long firstAt;

  private ProcessSignals() {}

  /** Takes the signals from the JVM, which would end the process at the first. */
  static ProcessSignals install() {
    var signals = new ProcessSignals();
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Runnable received = signals::received;
      MethodHandle run =
          MethodHandles.publicLookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(received);
      Object receiver =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(run, 0, signal));
      for (String name : new String[] {"INT", "TERM"}) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not hand over signals", e);
    }
    return signals;
  }

  @Override
  public void await() throws InterruptedException {
    first.await();
  }

  private void received() {
    if (first.getCount() > 0) {
      firstAt = System.nanoTime();
      first.countDown();
    } else if (System.nanoTime() - firstAt > SAME_WISH_NANOSECONDS) {
      Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
    }
  }
}
