package dev.verdict.server.command;

import java.io.Writer;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running command has printed so far; lets a test wait for the next thing. */
public final class Transcript extends Writer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] characters, int from, int count) {
    synchronized (text) {
      text.append(characters, from, count);
      text.notifyAll();
    }
  }

  /** Returns the first group of the first match, once there is one. */
  public String await(String pattern) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (text) {
      while (true) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (matcher.find()) {
          return matcher.group(matcher.groupCount());
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("no `" + pattern + "` within " + PATIENCE + " in:\n" + text);
        }
        text.wait(left);
      }
    }
  }

  @Override
  public String toString() {
    synchronized (text) {
      return text.toString();
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // nothing to let go of
  }
}
