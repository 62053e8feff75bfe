package dev.verdict.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux and the JVM tell of a process that is alive. */
public final class ProcessFigures {

  private static final Pattern RESIDENT =
      Pattern.compile("^VmRSS:\\s+(\\d+) kB$", Pattern.MULTILINE);

  private final long process;
  private final Path folder;

  ProcessFigures(long process) {
    this.process = process;
    this.folder = Path.of("/proc", Long.toString(process));
  }

  /** The process id. */
  public long process() {
    return process;
  }

  /** Processor time that it has used so far; zero once it has ended. */
  public Duration processorTime() {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** Bytes of memory that the process holds, in the heap and outside. */
  public long residentBytes() throws IOException {
    Matcher line = RESIDENT.matcher(Files.readString(folder.resolve("status")));
    if (!line.find()) {
      throw new IOException("the process " + process + " has ended");
    }
    return Long.parseLong(line.group(1)) << 10;
  }

  /** How many files and connections it has open. */
  public int descriptors() throws IOException {
    try (var open = Files.list(folder.resolve("fd"))) {
      return (int) open.count();
    }
  }

  /** Bytes of the heap that are in use after a full collection, which this asks for. */
  public long heapBytesAfterCollection() throws IOException, InterruptedException {
    jcmd("GC.run");
    return HeapInfo.usedBytes(jcmd("GC.heap_info"));
  }

  private String jcmd(String what) throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process),
                what)
            .redirectErrorStream(true)
            .start();
    String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (command.waitFor() != 0) {
      throw new IOException("jcmd " + what + " failed: " + printed);
    }
    return printed;
  }
}
