package dev.verdict.server.door.grpc;

import io.netty.util.ResourceLeakDetector;
import java.util.Optional;

/**
 * Netty follows one of each 128 buffers to find those that nobody releases. That finds faults in
 * code and costs every call, so it is for tests, which ask for it by Netty's own system property.
 */
public final class LeakDetection {

  /** Netty's own name for it. */
  public static final String PROPERTY = "io.netty.leakDetection.level";

  private LeakDetection() {}

  /**
   * Turns it off in both copies of Netty, that of Vert.x and that in gRPC, for the whole process.
   *
   * @param asked the value of {@link #PROPERTY}; where there is one, nothing is changed
   */
  public static void offUnless(Optional<String> asked) {
    if (asked.isEmpty()) {
      ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
      io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.setLevel(
          io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.Level.DISABLED);
    }
  }
}
