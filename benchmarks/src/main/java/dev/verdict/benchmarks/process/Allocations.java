package dev.verdict.benchmarks.process;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What the Java threads of another JVM have allocated, asked over JMX. Exact to the byte for the
 * threads that live at both ends of a measurement, which event loops do; the asking itself adds
 * some hundred kilobytes.
 */
public final class Allocations implements AutoCloseable {

  private final JMXConnector connector;
  private final ThreadMXBean threads;

  private Allocations(JMXConnector connector, ThreadMXBean threads) {
    this.connector = connector;
    this.threads = threads;
  }

  /** Attaches to a JVM of the same user. */
  @SuppressWarnings("BanJNDI") // the address is that of a JVM which this program has started
  public static Allocations of(long process) throws IOException {
    JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(process)));
    return new Allocations(
        connector,
        ManagementFactory.newPlatformMXBeanProxy(
            connector.getMBeanServerConnection(),
            ManagementFactory.THREAD_MXBEAN_NAME,
            ThreadMXBean.class));
  }

  private static String agent(long process) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException refused) {
      throw new IOException("cannot attach to process " + process, refused);
    }
  }

  /** Bytes that the threads that live now have allocated since they began. */
  public long bytes() {
    long sum = 0;
    for (long thread : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      // -1: ended meanwhile
      sum += Math.max(0, thread);
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
