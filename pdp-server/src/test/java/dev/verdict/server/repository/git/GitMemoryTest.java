package dev.verdict.server.repository.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two large files beside the policies ended a small process at its start, and each end left one.
 */
@Tag("slow")
class GitMemoryTest {

  private static final int LARGE = 40 << 20;

  @TempDir private Path temporary;
  private Path working;

  @BeforeEach
  void makeFolder() throws IOException {
    working = Files.createDirectory(temporary.resolve("working"));
  }

  /** Reads a repository once, as a server does at its start; it is killed before it can tidy up. */
  static final class SmallProcess {

    private SmallProcess() {}

    public static void main(String[] arguments) {
      var source =
          new GitSource(
              new GitLocation(arguments[0], "main", Optional.empty()),
              Path.of(arguments[1]),
              128 << 20,
              Duration.ofMinutes(2),
              Limits.STANDARD);
      System.out.println(source.read(Optional.empty()));
      Runtime.getRuntime().halt(0);
    }
  }

  @Test
  void largeFilesBesideThePoliciesDoNotFillTheMemory() throws Exception {
    try (var git = new GitFixture(temporary.resolve("policies.git"))) {
      String commit = pushTwoLargeFiles(git);

      for (int start = 0; start < 2; start++) {
        assertThat(readInSmallProcess(git)).contains(commit).contains("diagnostics=[]");
        assertThat(bytesIn(working)).isLessThan(1 << 20);
        assertThat(working).satisfies(folder -> assertThat(count(folder)).isEqualTo(1));
      }
    }
  }

  @Test
  void neitherDoTheyWhereTheServerLeavesNothingOut() throws Exception {
    try (var git = new GitFixture(temporary.resolve("policies.git"))) {
      pushTwoLargeFiles(git.leavesNothingOut());

      assertThat(readInSmallProcess(git)).contains("`uploadpack.allowFilter`");
      assertThat(bytesIn(working)).isLessThan(1 << 20);
    }
  }

  private static String pushTwoLargeFiles(GitFixture git) throws IOException {
    var bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    git.file("schema.yaml", "schema").file("one.bin", bytes);
    bytes[LARGE / 2]++;
    return git.file("another.bin", bytes).push("main");
  }

  private String readInSmallProcess(GitFixture git) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx48m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallProcess.class.getName(),
                    git.url(),
                    working.toString()))
            .redirectErrorStream(true)
            .start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
      return text;
    }
  }

  private static long count(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? 0 : names.length;
  }

  private static long bytesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
