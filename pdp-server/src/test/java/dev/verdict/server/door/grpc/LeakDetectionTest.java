package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LeakDetectionTest {

  private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
  private final io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.Level beforeOfGrpc =
      io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.getLevel();

  @BeforeEach
  void detectAll() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.ADVANCED);
    io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.setLevel(
        io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.Level.ADVANCED);
  }

  @AfterEach
  void restore() {
    ResourceLeakDetector.setLevel(before);
    io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.setLevel(beforeOfGrpc);
  }

  @Test
  void itIsOffInBothCopiesOfNettyUnlessSomebodyAsks() {
    LeakDetection.offUnless(Optional.empty());

    assertThat(ResourceLeakDetector.isEnabled()).isFalse();
    assertThat(io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.isEnabled()).isFalse();
  }

  @Test
  void whatSomebodyAsksForStays() {
    LeakDetection.offUnless(Optional.of("advanced"));

    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.ADVANCED);
    assertThat(io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.getLevel())
        .isEqualTo(io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector.Level.ADVANCED);
  }
}
