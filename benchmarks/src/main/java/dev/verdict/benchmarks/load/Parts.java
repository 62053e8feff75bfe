package dev.verdict.benchmarks.load;

import java.io.IOException;
import java.util.ArrayDeque;

/** What has been opened, to be closed together, the last one first. */
final class Parts implements AutoCloseable {

  private final ArrayDeque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    open.push(part);
    return part;
  }

  /** Closes all; the first failure is thrown once that is done. */
  @Override
  public void close() throws IOException {
    var failure = new IOException("cannot close all parts of a measurement");
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failed) {
        failure.addSuppressed(failed);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
