package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.load.traffic.ClosedLoop;
import dev.verdict.benchmarks.load.traffic.Expected;
import dev.verdict.benchmarks.load.traffic.OpenLoop;
import dev.verdict.benchmarks.load.traffic.Rehearsal;
import dev.verdict.benchmarks.load.wire.Lines;
import dev.verdict.benchmarks.load.wire.Message;
import dev.verdict.benchmarks.measure.Latencies;
import dev.verdict.benchmarks.process.Allocations;
import dev.verdict.benchmarks.process.ProcessFigures;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One of the two that are compared: a server that runs, and connections to it. */
final class Side implements AutoCloseable {

  private static final double MICROSECONDS = 1e6;

  /**
   * What a turn under full load has shown.
   *
   * @param throughput calls in a second
   * @param cpuMicroseconds processor time of the server for each call, of all its threads
   * @param bytes that the server allocates for each call
   * @param busy part of one processor core that the server has used, 0 to 1 where it has one
   */
  record FullLoad(double throughput, double cpuMicroseconds, double bytes, double busy) {}

  private final Parts parts;
  private final ProcessFigures process;
  private final Allocations allocations;
  private final Lines lines;
  private final List<byte[]> answers;
  private final Expected expected;

  /**
   * Connects to a server that runs, and asks it every message once.
   *
   * @param parts of which the server consists; closed with this
   */
  Side(Parts parts, ProcessFigures process, Call call, List<Message> messages)
      throws IOException, InterruptedException {
    this.parts = parts;
    this.process = process;
    this.allocations = parts.add(Allocations.of(process.process()));
    this.lines = parts.add(call.open(messages));
    this.answers = Rehearsal.of(lines, messages.size());
    this.expected = Expected.exactly(answers);
  }

  /** The answers to all messages as they were at the beginning. */
  List<byte[]> answers() {
    return answers;
  }

  /** Asks without a measurement, so that the server's code is compiled. */
  void warmUp(int callers, Duration duration) throws InterruptedException {
    var unused = ClosedLoop.run(lines, expected, callers, duration);
  }

  /** Asks as fast as the server answers. */
  FullLoad fullLoad(int callers, Duration duration) throws InterruptedException {
    long bytes = allocations.bytes();
    Duration before = process.processorTime();
    ClosedLoop.Result result = ClosedLoop.run(lines, expected, callers, duration);
    Duration used = process.processorTime().minus(before);
    double seconds = used.toNanos() / 1e9;
    return new FullLoad(
        result.throughput(),
        seconds * MICROSECONDS / result.calls(),
        (double) (allocations.bytes() - bytes) / result.calls(),
        seconds / result.seconds());
  }

  /** Asks at a rate. */
  Latencies atRate(double callsPerSecond, Duration duration) throws InterruptedException {
    return atRate(callsPerSecond, duration, expected);
  }

  /** Asks at a rate, where other answers are right than those at the beginning. */
  Latencies atRate(double callsPerSecond, Duration duration, Expected other)
      throws InterruptedException {
    return OpenLoop.run(lines, other, callsPerSecond, duration);
  }

  /** The answers to all messages, asked for once more. */
  List<byte[]> answersNow() throws InterruptedException {
    return Rehearsal.of(lines, answers.size());
  }

  /** Bytes of memory that the server holds. */
  long residentBytes() throws IOException {
    return process.residentBytes();
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
