package dev.verdict.server.repository.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import dev.verdict.server.repository.directory.DirectoryScan.Found;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceTest {

  private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final SourceLimits LIMITS = new SourceLimits(1_000, 2_000, 4, 12, 3);

  @TempDir private Path temporary;
  private Path root;
  private Instant now = Instant.now().plus(Duration.ofHours(1));
  private DirectorySource.Scan sight = DirectoryScanner::scan;
  private int looks;
  private String calmRevision = "";
  private ChangeHints hints = ChangeHints.NONE;
  private final Deque<Edit> editsWhileReading = new ArrayDeque<>();

  private interface Edit {
    void run() throws IOException;
  }

  @BeforeEach
  void makeRepository() throws IOException {
    root = Files.createDirectory(temporary.resolve("policies"));
    write("schema.yaml", "schema");
    write("invoices/invoice.policy.yaml", "rules");
  }

  @Test
  void theYamlFilesOfAllFoldersAreRead() throws IOException {
    write("README.md", "for people");
    write("other.yml", "more");
    write(".git/config.yaml", "of a tool");
    write(".hidden.yaml", "of a tool");

    SourceState state = readAnew(source());

    assertThat(state.files())
        .containsExactly(
            new SourceFile("invoices/invoice.policy.yaml", "rules"),
            new SourceFile("other.yml", "more"),
            new SourceFile("schema.yaml", "schema"));
    assertThat(state.diagnostics()).isEmpty();
  }

  @Test
  void theSameContentHasTheSameRevisionWhereverItLies() throws IOException {
    String revision = readAnew(source()).revision();

    assertThat(revision).matches("sha256:[0-9a-f]{40}");
    assertThat(readAnew(source()).revision()).isEqualTo(revision);

    Path copy = Files.createDirectory(temporary.resolve("copy"));
    Files.createDirectory(copy.resolve("invoices"));
    Files.writeString(copy.resolve("schema.yaml"), "schema");
    Files.writeString(copy.resolve("invoices/invoice.policy.yaml"), "rules");
    assertThat(readAnew(source(copy)).revision()).isEqualTo(revision);
  }

  @Test
  void anotherContentOrNameOrSplitHasAnotherRevision() throws IOException {
    String revision = readAnew(source()).revision();

    write("schema.yaml", "schemas");
    String content = readAnew(source()).revision();
    write("schema.yaml", "schema");
    Files.move(root.resolve("schema.yaml"), root.resolve("schemas.yaml"));
    String name = readAnew(source()).revision();

    assertThat(List.of(revision, content, name)).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsReadAgainWhileTheFilesLookTheSame() {
    var source = source();
    String revision = readAnew(source).revision();

    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
  }

  @Test
  void whatTheReaderDoesNotKnowIsReadAgain() {
    var source = source();
    readAnew(source);

    assertThat(source.read(Optional.of("another"))).isInstanceOf(SourceReading.Read.class);
  }

  @Test
  void anEditIsSeen() throws IOException {
    var source = source();
    String revision = readAnew(source).revision();
    write("schema.yaml", "schema of another size");

    assertThat(read(source, revision).files())
        .contains(new SourceFile("schema.yaml", "schema of another size"));
  }

  @Test
  void anEditOfTheSameSizeAtTheSameTickOfTheClockIsSeen() throws IOException {
    now = Instant.now();
    var source = source();
    String revision = readAnew(source).revision();
    writeInPlace("schema.yaml", "SCHEMA");

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void anEditOfTheSameSizeIsSeenAlsoAfterALookThatFoundTheOldContent() throws IOException {
    now = Instant.now();
    var source = source();
    String revision = readAnew(source).revision();
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    writeInPlace("schema.yaml", "SCHEMA");
    now = now.plus(Duration.ofSeconds(10));

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void anEditInPlaceThatKeepsSizeAndTimeIsSeen() throws IOException {
    var source = source();
    String revision = readAnew(source).revision();
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    writeInPlace("schema.yaml", "SCHEMA");

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void whereTheFileSystemDoesNotTellOfChangesTheContentDoes() throws IOException {
    sight = (folder, limits) -> withoutTimesOfChange(DirectoryScanner.scan(folder, limits));
    var source = source();
    String revision = readAnew(source).revision();
    writeInPlace("schema.yaml", "SCHEMA");

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void aFileSystemThatDoesNotTellTheTruthIsFoundOutWithinAMinute() throws IOException {
    DirectoryScan frozen = DirectoryScanner.scan(root, LIMITS);
    sight = (folder, limits) -> frozen;
    var source = source();
    String revision = readAnew(source).revision();
    writeInPlace("schema.yaml", "SCHEMA");
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    now = now.plus(DirectorySource.REREAD);

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void aLookAtFilesThatStayedTheSameOpensNone() throws IOException {
    var source = source();
    String revision = readAnew(source).revision();
    looks = 0;
    DirectoryScan last = DirectoryScanner.scan(root, LIMITS);
    sight = (folder, limits) -> last;
    Files.delete(root.resolve("schema.yaml"));

    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void thereIsNoScanWhileTheHintsSayThatAllIsCalm() {
    hints = new ScriptedHints();
    var source = source();
    String revision = readAnew(source).revision();
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    looks = 0;

    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    assertThat(looks).isZero();
  }

  @Test
  void anEditThatIsHintedAtIsSeenAtTheNextLook() throws IOException {
    var scripted = new ScriptedHints();
    hints = scripted;
    var source = calmSource();
    writeInPlace("schema.yaml", "SCHEMA");
    scripted.calm = false;

    assertThat(read(source, calmRevision).files())
        .contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void anEditWithoutAHintIsSeenAfterAWhile() throws IOException {
    hints = new ScriptedHints();
    var source = calmSource();
    String revision = calmRevision;
    writeInPlace("schema.yaml", "SCHEMA");
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    now = now.plus(DirectorySource.RESCAN);

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void aHintDuringAnEditThatDoesNotComeToRestIsNotForgotten() throws IOException {
    var scripted = new ScriptedHints();
    hints = scripted;
    var source = calmSource();
    String revision = calmRevision;
    scripted.calm = false;
    write("schema.yaml", "changed");
    for (int i = 0; i < 21; i++) {
      String text = "y".repeat(i);
      editsWhileReading.add(() -> write("schema.yaml", text));
    }
    assertThat(source.read(Optional.of(revision))).isInstanceOf(SourceReading.Unreachable.class);
    editsWhileReading.clear();
    scripted.calm = true;

    assertThat(read(source, revision).files()).hasSize(2);
  }

  @Test
  void theContentIsReadFromTimeToTimeWhateverTheHintsAndTheFileSystemSay() throws IOException {
    hints = new ScriptedHints();
    DirectoryScan frozen = DirectoryScanner.scan(root, LIMITS);
    sight = (folder, limits) -> frozen;
    var source = calmSource();
    String revision = calmRevision;
    writeInPlace("schema.yaml", "SCHEMA");
    now = now.plus(DirectorySource.REREAD);
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    now = now.plus(DirectorySource.HINTED_REREAD);

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void aDirectoryBehindALinkIsScannedOnceTheLinkLeadsElsewhere() throws IOException {
    hints = new ScriptedHints();
    Path other = Files.createDirectory(temporary.resolve("other"));
    Files.writeString(other.resolve("schema.yaml"), "other");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
    var source = source(link);
    String revision = readAnew(source).revision();
    assertThat(source.read(Optional.of(revision))).isEqualTo(new SourceReading.Unchanged());
    Files.delete(link);
    Files.createSymbolicLink(link, other);

    assertThat(read(source, revision).files())
        .containsExactly(new SourceFile("schema.yaml", "other"));
  }

  @Test
  void aFileThatIsReplacedByOneOfTheSameSizeAndTimeIsSeen() throws IOException {
    var source = source();
    String revision = readAnew(source).revision();
    write("new.txt", "SCHEMA");
    Files.move(
        root.resolve("new.txt"),
        root.resolve("schema.yaml"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(read(source, revision).files()).contains(new SourceFile("schema.yaml", "SCHEMA"));
  }

  @Test
  void anEditOfSeveralFilesInProgressIsNotTakenForAState() throws IOException {
    var source = source();
    String revision = readAnew(source).revision();
    write("schema.yaml", "schema two");
    editsWhileReading.add(() -> write("invoices/invoice.policy.yaml", "rules two"));

    assertThat(read(source, revision).files())
        .containsExactly(
            new SourceFile("invoices/invoice.policy.yaml", "rules two"),
            new SourceFile("schema.yaml", "schema two"));
  }

  @Test
  void filesThatNeverComeToRestAreLeftForTheNextLook() {
    var source = source();
    for (int i = 0; i < 100; i++) {
      String text = "x".repeat(i);
      editsWhileReading.add(() -> write("schema.yaml", text));
    }

    assertThat(messageOf(source)).contains("do not stop changing");
    editsWhileReading.clear();
    assertThat(readAnew(source).files()).hasSize(2);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aHugeFileIsRefusedByItsSizeAlone() throws IOException {
    try (var huge = new RandomAccessFile(root.resolve("huge.policy.yaml").toFile(), "rw")) {
      huge.setLength(1L << 33);
    }

    assertThat(diagnosticsOf(source()))
        .containsExactly(
            "FILE_TOO_LARGE huge.policy.yaml: the file has 8589934592 bytes (limit 1000)");
  }

  @Test
  void aFileOfTenMegabytesIsRefused() throws IOException {
    Files.write(root.resolve("large.policy.yaml"), new byte[10_000_000]);
    var source = new DirectorySource(root, () -> now);

    assertThat(diagnosticsOf(source))
        .containsExactly(
            "FILE_TOO_LARGE large.policy.yaml: the file has 10000000 bytes (limit 1000000)");
  }

  @Test
  void aStateWithAFaultHasARevisionOfItsOwn() throws IOException {
    String good = readAnew(source()).revision();
    Files.write(root.resolve("large.policy.yaml"), new byte[1_001]);
    String faulty = readAnew(source()).revision();
    String again = readAnew(source()).revision();
    Files.write(root.resolve("large.policy.yaml"), new byte[1_002]);

    assertThat(faulty).isNotEqualTo(good).isEqualTo(again);
    assertThat(readAnew(source()).revision()).isNotEqualTo(faulty);
  }

  @Test
  void moreFilesThanAllowedAreRefusedTogether() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("more" + i + ".policy.yaml", "rules");
    }

    assertThat(diagnosticsOf(source()))
        .containsExactly(
            "REPOSITORY_TOO_LARGE verdict.yaml: the repository has more than 4 YAML files");
  }

  @Test
  void moreBytesThanAllowedAreRefusedTogether() throws IOException {
    write("one.policy.yaml", "x".repeat(1_000));
    write("two.policy.yaml", "x".repeat(1_000));

    assertThat(diagnosticsOf(source()))
        .containsExactly(
            "REPOSITORY_TOO_LARGE verdict.yaml: the files have more than 2000 bytes together");
  }

  @Test
  void moreFilesOfAnyKindThanAllowedAreRefused() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("notes" + i + ".txt", "for people");
    }

    assertThat(diagnosticsOf(source()))
        .containsExactly(
            "REPOSITORY_TOO_LARGE verdict.yaml:"
                + " the repository has more than 12 files and folders");
  }

  @Test
  void foldersThatAreNestedTooDeeplyAreRefused() throws IOException {
    write("a/b/c/deep.policy.yaml", "rules");

    assertThat(diagnosticsOf(source()))
        .containsExactly("FILE_UNREADABLE a/b/c: folders are nested too deeply (limit 3)");
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Files.write(root.resolve("latin.policy.yaml"), new byte[] {'a', (byte) 0xE9, 'b'});

    assertThat(diagnosticsOf(source()))
        .containsExactly("FILE_UNREADABLE latin.policy.yaml: the file is not valid UTF-8");
  }

  @Test
  void aNameWithAControlCharacterIsRefusedAndNotEchoed() throws IOException {
    write("bad\u001B[31m.yaml", "rules");

    assertThat(diagnosticsOf(source()))
        .containsExactly(
            "FILE_UNREADABLE bad?[31m.yaml: the name of the file holds a control character");
  }

  @Test
  void aLinkOutOfTheRepositoryIsRefused() throws IOException {
    Path secret = Files.writeString(temporary.resolve("secret.yaml"), "secret");
    Files.createSymbolicLink(root.resolve("leak.yaml"), secret);

    SourceState state = readAnew(source());

    assertThat(linesOf(state.diagnostics()))
        .containsExactly("FILE_UNREADABLE leak.yaml: the link leads out of the repository");
    assertThat(state.files()).noneMatch(file -> file.text().equals("secret"));
  }

  @Test
  void aLinkToAFolderIsRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("elsewhere"), temporary);

    assertThat(diagnosticsOf(source()))
        .containsExactly("FILE_UNREADABLE elsewhere: links to folders are not followed");
  }

  @Test
  void aLinkThatLeadsNowhereIsRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("gone.yaml"), root.resolve("nothing"));

    assertThat(diagnosticsOf(source()))
        .containsExactly("FILE_UNREADABLE gone.yaml: the link leads nowhere");
  }

  @Test
  void theLinksOfAMountedConfigMapAreFollowed() throws IOException {
    Path mounted = Files.createDirectory(temporary.resolve("mounted"));
    Files.createDirectory(mounted.resolve("..2026_01"));
    Files.createDirectory(mounted.resolve("..2026_02"));
    Files.writeString(mounted.resolve("..2026_01/schema.yaml"), "one");
    Files.writeString(mounted.resolve("..2026_02/schema.yaml"), "two");
    Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..2026_01"));
    Files.createSymbolicLink(mounted.resolve("schema.yaml"), Path.of("..data/schema.yaml"));
    var source = source(mounted);
    SourceState first = readAnew(source);
    assertThat(first.files()).containsExactly(new SourceFile("schema.yaml", "one"));

    Files.delete(mounted.resolve("..data"));
    Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..2026_02"));

    assertThat(read(source, first.revision()).files())
        .containsExactly(new SourceFile("schema.yaml", "two"));
  }

  @Test
  void aDirectoryThatIsNotThereSaysSo() {
    assertThat(messageOf(source(temporary.resolve("nothing"))))
        .isEqualTo("there is no directory `" + temporary.resolve("nothing") + "`");
  }

  @Test
  void aFileInPlaceOfTheDirectorySaysSo() {
    assertThat(messageOf(source(root.resolve("schema.yaml"))))
        .isEqualTo("`" + root.resolve("schema.yaml") + "` is not a directory");
  }

  /** All folders are covered from their second scan on; calm unless a test says otherwise. */
  private static final class ScriptedHints implements ChangeHints {

    private Set<Path> covered = Set.of();
    private boolean calm = true;

    @Override
    public boolean isCalm() {
      return calm;
    }

    @Override
    public boolean covers(Set<Path> folders) {
      boolean already = covered.equals(folders);
      covered = folders;
      return already;
    }

    @Override
    public void close() {
      covered = Set.of();
    }
  }

  /** A source that goes by its hints since its second look. */
  private DirectorySource calmSource() {
    var source = source();
    calmRevision = readAnew(source).revision();
    assertThat(source.read(Optional.of(calmRevision))).isEqualTo(new SourceReading.Unchanged());
    return source;
  }

  private DirectorySource source() {
    return source(root);
  }

  /** A source whose moment of waiting is when the next edit happens. */
  private DirectorySource source(Path directory) {
    return new DirectorySource(
        directory,
        LIMITS,
        () -> now,
        () -> {
          Edit edit = editsWhileReading.poll();
          if (edit != null) {
            runUnchecked(edit);
          }
        },
        (folder, limits) -> {
          looks++;
          return sight.of(folder, limits);
        },
        hints);
  }

  private static DirectoryScan withoutTimesOfChange(DirectoryScan scan) {
    return new DirectoryScan(
        scan.files().stream()
            .map(f -> new Found(f.path(), f.file(), f.size(), f.modified(), null, f.key()))
            .toList(),
        scan.faults(),
        scan.folders(),
        scan.overflow());
  }

  private static void runUnchecked(Edit edit) {
    try {
      edit.run();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static SourceState readAnew(PolicySource source) {
    return ((SourceReading.Read) source.read(Optional.empty())).state();
  }

  private static SourceState read(PolicySource source, String known) {
    return ((SourceReading.Read) source.read(Optional.of(known))).state();
  }

  private static String messageOf(PolicySource source) {
    return ((SourceReading.Unreachable) source.read(Optional.empty())).message();
  }

  private static List<String> diagnosticsOf(PolicySource source) {
    return linesOf(readAnew(source).diagnostics());
  }

  private static List<String> linesOf(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(found -> line(found.code(), found)).toList();
  }

  private static String line(DiagnosticCode code, Diagnostic found) {
    return code + " " + found.span().file() + ": " + found.message();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
  }

  /** As an editor does that keeps the file: the same inode, here even at the same time. */
  private void writeInPlace(String path, String text) throws IOException {
    Files.writeString(root.resolve(path), text);
    Files.setLastModifiedTime(root.resolve(path), FileTime.from(WRITTEN));
  }
}
