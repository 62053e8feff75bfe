package dev.verdict.server.repository.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final SourceLimits LIMITS = new SourceLimits(1_000, 2_000, 10, 50, 3);

  @TempDir private Path temporary;
  private Path working;
  private GitFixture git;
  private GitSource source;

  @BeforeEach
  void makeRepository() throws IOException {
    working = Files.createDirectory(temporary.resolve("working"));
    git = new GitFixture(temporary.resolve("policies.git"));
    git.file("schema.yaml", "schema").file("invoices/invoice.policy.yaml", "rules");
    source = source("main", "");
  }

  @AfterEach
  void close() {
    source.close();
    git.close();
  }

  @Test
  void theYamlFilesOfTheNewestCommitAreRead() throws IOException {
    git.file("README.md", "for people").file(".github/workflow.yaml", "of a tool");
    String commit = git.push("main");

    SourceState state = readAnew();

    assertThat(state.revision()).isEqualTo(commit).hasSize(40);
    assertThat(state.diagnostics()).isEmpty();
    assertThat(state.files())
        .containsExactlyInAnyOrder(
            new SourceFile("invoices/invoice.policy.yaml", "rules"),
            new SourceFile("schema.yaml", "schema"));
  }

  @Test
  void aFolderThatCannotBeMadeIsTheCauseThatIsTold() throws IOException {
    git.push("main");
    Path taken = Files.writeString(temporary.resolve("taken"), "a file").resolve("inner");
    try (var elsewhere =
        new GitSource(
            new GitLocation(git.url(), "main", Optional.empty()),
            taken,
            1 << 20,
            TIMEOUT,
            LIMITS,
            3)) {
      assertThat(elsewhere.read(Optional.empty()).toString())
          .contains("no folder for what is fetched can be made in `" + taken + "`")
          .contains("repository.working-folder");
    }
  }

  @Test
  void aKnownCommitIsNotReadAgain() throws IOException {
    String commit = git.push("main");
    readAnew();

    assertThat(source.read(Optional.of(commit))).isEqualTo(new SourceReading.Unchanged());
    assertThat(source.read(Optional.of("another"))).isInstanceOf(SourceReading.Read.class);
  }

  @Test
  void aPushedCommitIsRead() throws IOException {
    String first = git.push("main");
    readAnew();
    git.file("schema.yaml", "schema two").without("invoices/invoice.policy.yaml");
    String second = git.push("main");

    SourceState state = read(first);

    assertThat(state.revision()).isEqualTo(second);
    assertThat(state.files()).containsExactly(new SourceFile("schema.yaml", "schema two"));
  }

  @Test
  void onlyTheNewestOfManyCommitsIsFetched() throws IOException {
    for (int i = 0; i < 20; i++) {
      git.file("schema.yaml", "schema " + i).push("main");
    }
    assertThat(readAnew().files()).contains(new SourceFile("schema.yaml", "schema 19"));
    ObjectId parent = git.repository().resolve("main~1");

    try (var mirror =
        GitMirror.in(working, location("main", ""), TIMEOUT, new FetchLimits(1 << 20, 1_000))) {
      mirror.fetch(mirror.advertised().orElseThrow());
      assertThat(mirror.repository().getObjectDatabase().has(parent)).isFalse();
    }
  }

  @Test
  void aRewrittenBranchIsFollowed() throws IOException {
    git.push("main");
    git.file("schema.yaml", "a mistake");
    String mistake = git.push("main");
    readAnew();
    git.file("schema.yaml", "schema");
    String rewritten = git.forcePush("main");

    SourceState state = read(mistake);

    assertThat(state.revision()).isEqualTo(rewritten);
    assertThat(state.files()).contains(new SourceFile("schema.yaml", "schema"));
  }

  @Test
  void aTagIsFollowedToItsCommit() throws IOException {
    String commit = git.push("main");
    git.tag("v1", "main");
    for (String ref : List.of("v1", "refs/tags/v1")) {
      source.close();
      source = source(ref, "");
      assertThat(readAnew().revision()).isEqualTo(commit);
      assertThat(source.read(Optional.of(commit))).isEqualTo(new SourceReading.Unchanged());
    }
  }

  @Test
  void aMissingBranchSaysSoAndIsReadWhenItComes() throws IOException {
    git.push("main");
    source = source("release", "");
    assertThat(messageOf()).contains(git.url()).contains("it has no branch or tag `release`");

    git.push("release");
    assertThat(readAnew().files()).hasSize(2);
  }

  @Test
  void aDeletedBranchSaysSo() throws IOException {
    git.push("main");
    readAnew();
    git.delete("main");

    assertThat(messageOf()).contains("it has no branch or tag `main`");
  }

  @Test
  void aServerThatIsGoneSaysSoAndIsFollowedAgainWhenItIsBack() throws IOException {
    String commit = git.push("main");
    readAnew();
    Files.move(temporary.resolve("policies.git"), temporary.resolve("gone.git"));
    assertThat(messageOf()).contains("it cannot be fetched");

    Files.move(temporary.resolve("gone.git"), temporary.resolve("policies.git"));
    assertThat(source.read(Optional.of(commit))).isEqualTo(new SourceReading.Unchanged());
    git.file("schema.yaml", "schema two").push("main");
    assertThat(read(commit).files()).contains(new SourceFile("schema.yaml", "schema two"));
  }

  @Test
  void aFolderOfTheRepositoryCanBeTheRoot() throws IOException {
    git.file("team/policies/a.policy.yaml", "rules of the team").push("main");
    source = source("main", "team/policies");

    assertThat(readAnew().files())
        .containsExactly(new SourceFile("a.policy.yaml", "rules of the team"));
  }

  @Test
  void aMissingFolderSaysSo() throws IOException {
    git.push("main");
    source = source("main", "team");
    assertThat(messageOf()).contains("its commit has no folder `team`");

    source = source("main", "schema.yaml");
    assertThat(messageOf()).contains("its commit has no folder `schema.yaml`");
  }

  @Test
  void linksAndSubmodulesAreRefused() throws IOException {
    git.link("leak.yaml", "/etc/passwd").link("folder", "../..").link("AGENTS.md", "README.md");
    git.submodule("shared").push("main");

    assertThat(diagnosticsOf())
        .containsExactly(
            "FILE_UNREADABLE folder: links in a git repository are not followed",
            "FILE_UNREADABLE leak.yaml: links in a git repository are not followed",
            "FILE_UNREADABLE shared: submodules are not followed");
  }

  @Test
  void aLargeFileIsRefused() throws IOException {
    git.file("large.policy.yaml", new byte[10_000_000]).push("main");

    assertThat(diagnosticsOf())
        .containsExactly(
            "FILE_TOO_LARGE large.policy.yaml: the file has more than 1000 bytes (limit 1000)");
  }

  @Test
  void whatIsTooLargeForAPolicyIsNotFetched() throws IOException {
    git.file("video.bin", random(3 << 20)).file("image.png", random(3 << 20)).push("main");

    assertThat(readAnew().files()).hasSize(2);
    assertThat(bytesIn(working)).isLessThan(100_000);
  }

  @Test
  void aFileOfNoKindMayBeOfAnySize() throws IOException {
    git.file("openapi.yaml", random(3 << 20)).push("main");

    assertThat(readAnew().diagnostics()).isEmpty();
    assertThat(readAnew().files()).contains(new SourceFile("openapi.yaml", ""));
  }

  @Test
  void largeFilesAreFetchedWhereTheServerLeavesNoneOut() throws IOException {
    git.leavesNothingOut().file("image.png", random(300_000)).push("main");

    assertThat(readAnew().files()).hasSize(2);
    assertThat(bytesIn(working)).isGreaterThan(300_000);
  }

  @Test
  void anObjectThatWouldFillTheMemoryIsRefusedAndTheServersSettingNamed() throws IOException {
    git.leavesNothingOut().file("zeros.bin", new byte[17 << 20]).push("main");

    assertThat(messageOf()).contains("an object of more than").contains("`uploadpack.allowFilter`");
    assertThat(bytesIn(working)).isLessThan(100_000);
  }

  @Test
  void aFetchAboveTheBoundIsBrokenOffAndNotTriedAgainUntilTheBranchMoves() throws IOException {
    git.leavesNothingOut().file("image.png", random(3 << 20)).push("main");

    assertThat(messageOf()).contains("more than 1048576 bytes").contains("`repository.max-fetch-");
    assertThat(bytesIn(working)).isLessThan(100_000);
    assertThat(messageOf()).contains("`repository.max-fetch-bytes`");
    git.without("image.png").forcePush("main");
    assertThat(readAnew().files()).hasSize(2);
  }

  @Test
  void theMirrorStartsAnewBeforeItGrowsBeyondTheBound() throws IOException {
    String known = git.push("main");
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 200; j++) {
        git.file(j + ".txt", random(900));
      }
      git.push("main");
      source.read(Optional.of(known));
      assertThat(bytesIn(working)).isLessThan(3 << 20);
    }
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    git.file("latin.policy.yaml", new byte[] {'a', (byte) 0xE9}).push("main");

    assertThat(diagnosticsOf())
        .containsExactly("FILE_UNREADABLE latin.policy.yaml: the file is not valid UTF-8");
  }

  @Test
  void aSmallCommitWithAnEndlessTreeIsRefused() throws IOException {
    git.without("schema.yaml").without("invoices/invoice.policy.yaml").file("notes.txt", "notes");
    ObjectId tree = git.repository().resolve(git.push("main") + "^{tree}");
    try (ObjectInserter inserter = git.repository().newObjectInserter()) {
      for (int level = 0; level < 3; level++) {
        var many = new TreeFormatter();
        for (char name = 'a'; name <= 'z'; name++) {
          many.append(String.valueOf(name), FileMode.TREE, tree);
        }
        tree = inserter.insert(many);
      }
      inserter.flush();
    }
    git.pushTree("main", tree);

    assertThat(diagnosticsOf())
        .containsExactly(
            "REPOSITORY_TOO_LARGE verdict.yaml:"
                + " the repository has more than 50 files and folders");
  }

  @Test
  void aFolderThatIsNestedTooDeeplyIsRefused() throws IOException {
    git.file("a/b/c/d/deep.policy.yaml", "rules").push("main");

    assertThat(diagnosticsOf())
        .containsExactly("FILE_UNREADABLE a/b/c/d: folders are nested too deeply (limit 3)");
  }

  @Test
  void theMirrorStartsAnewAfterManyFetchesAndIsTidiedUp() throws IOException {
    String known = git.push("main");
    Path first = null;
    for (int i = 0; i < 4; i++) {
      git.file("schema.yaml", "schema " + i).push("main");
      known = read(known).revision();
      assertThat(foldersIn(working)).hasSize(1);
      first = first == null ? foldersIn(working).get(0) : first;
    }
    assertThat(foldersIn(working)).doesNotContain(first);

    source.close();
    assertThat(foldersIn(working)).isEmpty();
  }

  @Test
  void aDamagedMirrorIsFetchedAnew() throws IOException {
    String commit = git.push("main");
    readAnew();
    Path objects = foldersIn(working).get(0).resolve("mirror.git/objects");
    try (Stream<Path> files = Files.walk(objects)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }

    source.read(Optional.of("another"));
    assertThat(readAnew().revision()).isEqualTo(commit);
  }

  @Test
  void theGitSettingsOfTheUserHaveNoEffect() throws Exception {
    var reader = SystemReader.getInstance();

    assertThat(reader.openUserConfig(null, FS.DETECTED).getFile()).isNull();
    assertThat(reader.openSystemConfig(null, FS.DETECTED).getFile()).isNull();
    assertThat(reader.openJGitConfig(null, FS.DETECTED).getFile()).isNull();
    assertThat(reader.getUserConfig().getSections()).containsOnly("uploadpack", "pack", "gc");
    assertThat(reader.getenv("GIT_CONFIG_PARAMETERS")).isNull();
  }

  private GitSource source(String ref, String folder) {
    return new GitSource(location(ref, folder), working, 1 << 20, TIMEOUT, LIMITS, 3);
  }

  private GitLocation location(String ref, String folder) {
    return new GitLocation(git.url(), ref, Optional.of(folder));
  }

  private SourceState readAnew() {
    return ((SourceReading.Read) source.read(Optional.empty())).state();
  }

  private SourceState read(String known) {
    return ((SourceReading.Read) source.read(Optional.of(known))).state();
  }

  private String messageOf() {
    return ((SourceReading.Unreachable) source.read(Optional.of("r0"))).message();
  }

  private List<String> diagnosticsOf() {
    return readAnew().diagnostics().stream()
        .map(found -> found.code() + " " + found.span().file() + ": " + found.message())
        .toList();
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static long bytesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
