package dev.verdict.server.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Feeds what decodes bytes from outside with mutations of good messages. {@code -Dverdict.fuzz=1h}
 * goes on for that long, from another seed each time, and {@code -Dverdict.seed=..} repeats a run.
 * What takes longer than anything should is a fault, as an exception is.
 */
public final class ByteFuzzer {

  private static final int INPUTS = 5_000;
  private static final Duration HANG = Duration.ofSeconds(30);
  private static final String LENGTH = System.getProperty("verdict.fuzz", "");

  /** What else may stand in a text. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "{",
          "}",
          "[",
          "]",
          "[[[[[[[[[[[[[[[[[[[[",
          ",",
          ":",
          "null",
          "true",
          "1e400",
          "-0",
          "9223372036854775808",
          "0.1",
          "\u0000",
          "\u00e9",
          "\ud83d\ude00",
          "\"type\"",
          "\"id\"",
          "\"properties\"",
          "\"evaluations\"",
          "\"options\"");

  private final String name;
  private final List<byte[]> corpus;
  private final Consumer<byte[]> decoder;
  private volatile byte[] input = {};
  private volatile long since = System.nanoTime();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile Throwable fault;

  /**
   * @param name of what is fuzzed
   * @param corpus good messages
   * @param decoder whatever it throws is a fault
   */
  public ByteFuzzer(String name, List<byte[]> corpus, Consumer<byte[]> decoder) {
    this.name = name;
    this.corpus = List.copyOf(corpus);
    this.decoder = decoder;
  }

  /** Fuzzes; fails naming the file that holds the input. */
  public void run() throws InterruptedException, IOException {
    long seed = Long.getLong("verdict.seed", LENGTH.isEmpty() ? 1 : System.nanoTime());
    System.out.printf("fuzzing %s, -Dverdict.seed=%d%n", name, seed);
    var worker = new Thread(() -> work(new Random(seed), budget()), "fuzz-" + name);
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(200);
      if (worker.isAlive() && System.nanoTime() - since > HANG.toNanos()) {
        var stuck = new IllegalStateException("no answer for " + HANG.toSeconds() + " s");
        stuck.setStackTrace(worker.getStackTrace());
        throw failure(stuck);
      }
    }
    if (fault != null) {
      throw failure(fault);
    }
    System.out.printf("%s: %d inputs%n", name, taken.get());
  }

  private BooleanSupplier budget() {
    if (LENGTH.isEmpty()) {
      return () -> taken.get() < INPUTS;
    }
    long end =
        System.nanoTime()
            + Duration.parse("PT" + LENGTH.toUpperCase(Locale.ROOT)).dividedBy(3).toNanos();
    return () -> System.nanoTime() < end;
  }

  private void work(Random random, BooleanSupplier goesOn) {
    try {
      while (goesOn.getAsBoolean()) {
        byte[] changed = corpus.get(random.nextInt(corpus.size()));
        for (int i = random.nextInt(6); i >= 0; i--) {
          changed = change(changed, random);
        }
        input = changed;
        since = System.nanoTime();
        decoder.accept(changed);
        taken.incrementAndGet();
      }
    } catch (RuntimeException | Error thrown) {
      fault = thrown;
    }
  }

  private byte[] change(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(1 + random.nextInt(30)));
    byte[] piece = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(7)) {
      case 0 -> spliced(bytes, from, to, new byte[0]);
      case 1 -> spliced(bytes, from, from, piece);
      case 2 -> spliced(bytes, from, to, text(PIECES.get(random.nextInt(PIECES.size()))));
      case 3 -> spliced(bytes, from, from, text(PIECES.get(random.nextInt(PIECES.size()))));
      case 4 ->
          spliced(bytes, from, from, pieceOf(corpus.get(random.nextInt(corpus.size())), random));
      case 5 ->
          spliced(
              bytes,
              from,
              from + (from < bytes.length ? 1 : 0),
              new byte[] {(byte) random.nextInt()});
      default -> repeated(bytes, from, piece, random.nextInt(50));
    };
  }

  private static byte[] pieceOf(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(100)));
  }

  private static byte[] repeated(byte[] bytes, int at, byte[] piece, int times) {
    byte[] result = bytes;
    for (int i = 0; i < times && result.length < 1 << 16; i++) {
      result = spliced(result, at, at, piece);
    }
    return result;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = Arrays.copyOf(bytes, from + by.length + bytes.length - to);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private AssertionError failure(Throwable cause) throws IOException {
    Path file = Path.of("target", "fuzz", name, Integer.toHexString(Arrays.hashCode(input)));
    Files.createDirectories(file.getParent());
    Files.write(file, input);
    return new AssertionError("what " + file + " holds is taken amiss: " + cause, cause);
  }
}
