package dev.verdict.server.repository.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.log.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class FolderWatchesTest {

  @RegisterExtension private final CapturedLog news = CapturedLog.of(FolderWatches.class);
  @TempDir private Path temporary;
  private Path a;
  private Path b;
  private final FolderWatches watches = new FolderWatches();

  @BeforeEach
  void makeFolders() throws IOException {
    a = Files.createDirectory(temporary.resolve("a"));
    b = Files.createDirectory(temporary.resolve("b"));
    Files.writeString(a.resolve("one.yaml"), "one");
  }

  @AfterEach
  void close() {
    watches.close();
  }

  @Test
  void nothingIsCalmBeforeFoldersAreWatched() {
    assertThat(watches.isCalm()).isFalse();
  }

  @Test
  void foldersAreCoveredOnceTheyWereWatchedBefore() {
    assertThat(watches.covers(Set.of(a))).isFalse();
    assertThat(watches.covers(Set.of(a))).isTrue();
    assertThat(watches.covers(Set.of(a, b))).isFalse();
    assertThat(watches.covers(Set.of(a, b))).isTrue();
    assertThat(watches.isCalm()).isTrue();
  }

  @Test
  void anEditInPlaceThatKeepsTheSizeIsNoticed() throws Exception {
    cover(Set.of(a, b));
    Files.writeString(a.resolve("one.yaml"), "ONE");

    awaitHint();
  }

  @Test
  void aNewAndADeletedFileAreNoticed() throws Exception {
    cover(Set.of(a, b));
    Files.createFile(b.resolve("two.yaml"));
    awaitHint();
    Files.delete(b.resolve("two.yaml"));

    awaitHint();
  }

  @Test
  void aFolderThatIsDeletedAndMadeAgainIsWatchedAgain() throws Exception {
    cover(Set.of(a, b));
    Files.delete(b);
    awaitHint();
    Files.createDirectory(b);
    cover(Set.of(a, b));
    Files.createFile(b.resolve("two.yaml"));

    awaitHint();
  }

  @Test
  void aFolderThatTakesThePlaceOfAMovedOneIsWatched() throws Exception {
    cover(Set.of(a, b));
    Path c = Files.move(b, temporary.resolve("c"));
    Files.createDirectory(b);
    cover(Set.of(a, b, c));
    Files.createFile(b.resolve("two.yaml"));

    awaitHint();
  }

  @Test
  void moreFoldersThanAllowedGiveNoHintsAnyMoreAndTheLogSaysSoOnce() {
    try (var few = new FolderWatches(1)) {
      few.covers(Set.of(a));
      few.covers(Set.of(a, b));

      assertThat(few.covers(Set.of(a, b))).isFalse();
      assertThat(few.covers(Set.of(a))).isFalse();
      assertThat(few.isCalm()).isFalse();
      assertThat(news.lines()).singleElement().asString().contains("event=folders_not_watched");
    }
  }

  @Test
  void filesOfTheKernelAreNotWatched() {
    watches.covers(Set.of(Path.of("/proc")));

    assertThat(watches.covers(Set.of(Path.of("/proc")))).isFalse();
    assertThat(news.lines()).singleElement().asString().contains("the file system is proc");
  }

  private void cover(Set<Path> folders) {
    while (!watches.covers(folders)) {
      watches.isCalm();
    }
  }

  /** The kernel tells a moment later. */
  private void awaitHint() throws InterruptedException {
    while (watches.isCalm()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
