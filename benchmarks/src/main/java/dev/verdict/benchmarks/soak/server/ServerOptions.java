package dev.verdict.benchmarks.soak.server;

/**
 * How the server under attack is started.
 *
 * @param classPath of the server
 * @param heapMegabytes its largest heap, which it takes at once
 * @param descriptors how many files and connections it may have open
 */
public record ServerOptions(String classPath, int heapMegabytes, int descriptors) {}
