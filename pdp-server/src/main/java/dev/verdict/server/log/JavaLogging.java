package dev.verdict.server.log;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** What libraries such as gRPC write to java.util.logging. */
public final class JavaLogging {

  private JavaLogging() {}

  /** Sends it to SLF4J from now on, for the whole process, and nowhere else. */
  public static void bridge() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
