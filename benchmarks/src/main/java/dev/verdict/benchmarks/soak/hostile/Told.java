package dev.verdict.benchmarks.soak.hostile;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an attacker was told by the server, and how often. */
final class Told {

  private static final int MOST = 3;
  private static final double MEGABYTE = 1e6;

  private final Map<String, Integer> replies = new TreeMap<>();
  private long largest;

  void hear(String reply) {
    replies.merge(reply, 1, Integer::sum);
  }

  /** An answer has come to this length. */
  void length(long bytes) {
    largest = Math.max(largest, bytes);
  }

  /** The most frequent replies, and the longest answer where it was a long one. */
  String summary() {
    String most =
        replies.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .map(reply -> reply.getKey() + " x" + reply.getValue())
            .collect(Collectors.joining(", "));
    return largest < MEGABYTE
        ? most
        : "%s; longest answer %.1f MB".formatted(most, largest / MEGABYTE);
  }
}
