package dev.verdict.server.command.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeCommandTest {

  @TempDir private Path temporary;

  @Test
  void itSaysWhatItLoadedAndWhereItListens() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    try (RunningServer server = RunningServer.start(repository.folder())) {
      assertThat(server.out().toString())
          .contains("policies   " + repository.folder() + "\n")
          .contains("loaded     3 files, 1 policy, 2 rules, 3 tests passed")
          .containsPattern("revision   sha256:[0-9a-f]+\n")
          .containsPattern("gRPC       127\\.0\\.0\\.1:[1-9][0-9]*\n")
          .containsPattern("HTTP       http://127\\.0\\.0\\.1:[1-9][0-9]*\n")
          .contains("OPEN DEVELOPMENT MODE: every caller is believed")
          .contains("has all rights");
    }
  }

  @Test
  void thePastedLinesGiveAPermitAndADenyWithItsRule() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    try (RunningServer server = RunningServer.start(repository.folder())) {
      assertThat(server.curls()).hasSize(2);
      assertThat(server.paste(server.curls().get(0)))
          .startsWith("{\"decision\":true")
          .contains("owner-reads");
      assertThat(server.paste(server.curls().get(1)))
          .startsWith("{\"decision\":false")
          .contains("the document is locked", "\"rule\":\"locked\"", "\"line\":10");
    }
  }

  @Test
  void aFirstRepositoryIsServed() throws Exception {
    String folder = temporary.resolve("first").toString();
    CommandRun.of("init", folder);

    try (RunningServer server = RunningServer.start(folder)) {
      assertThat(server.paste(server.curls().get(0))).startsWith("{\"decision\":true");
      assertThat(server.paste(server.curls().get(1))).startsWith("{\"decision\":false");
    }
  }

  @Test
  void aBrokenEditLeavesItServingAndIsToldEverywhere() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    try (RunningServer server = RunningServer.start(repository.folder(), "--poll=10ms")) {
      repository.write(
          "document.policy.yaml",
          SmallRepository.POLICY.replace("resource.owner", "resource.ownr"));
      server.out().await("the last good policies go on deciding");

      assertThat(server.out().toString())
          .contains("document.policy.yaml:6:11: error[unknown-attribute]")
          .contains("    when: resource.ownr == subject.id\n");
      assertThat(server.admin("/status")).contains("document.policy.yaml", "unknown-attribute");
      assertThat(server.admin("/metrics"))
          .containsPattern("verdict_snapshot_activations_total\\{outcome=\"rejected\"} [1-9]");
      assertThat(server.paste(server.curls().get(0))).startsWith("{\"decision\":true");
    }
  }

  @Test
  void propertiesThatTheSchemaDoesNotKnowAreCountedByWhatNoCallerInvents() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    try (RunningServer server = RunningServer.start(repository.folder())) {
      String asked = server.curls().get(0);
      server.paste(asked);
      assertThat(server.admin("/metrics")).doesNotContain("verdict_undeclared_properties_total{");
      String slip = asked.replaceFirst("\"tenant\":", "\"mauve\":1,\"tenant\":");
      assertThat(slip).isNotEqualTo(asked);
      server.paste(slip);
      server.paste(slip);

      assertThat(server.admin("/metrics"))
          .contains(
              "verdict_undeclared_properties_total{part=\"subject\",resource_type=\"document\"} 2.0")
          .contains(
              "verdict_undeclared_properties_total{part=\"context\",resource_type=\"document\"} 0.0")
          .doesNotContain("mauve");
    }
  }

  @Test
  void aGoodEditChangesTheDecision() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    try (RunningServer server = RunningServer.start(repository.folder(), "--poll=10ms")) {
      repository.write("tests/document.test.yaml", SmallRepository.testThatAlwaysPasses());
      server.out().await("reloaded   3 files");
      repository.write(
          "document.policy.yaml", SmallRepository.POLICY.replace("permit: read", "permit: delete"));
      server.out().await("reloaded   3 files(?s:.*)reloaded   3 files");

      assertThat(server.paste(server.curls().get(0))).startsWith("{\"decision\":false");
    }
  }

  @Test
  void aHangupHasItLookAtOnceAndGoOnServing() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    try (RunningServer server = RunningServer.start(repository.folder(), "--poll=24h")) {
      repository.write("tests/document.test.yaml", SmallRepository.testThatAlwaysPasses());
      while (!server.out().toString().contains("reloaded   3 files")) {
        server.hangUp();
        Thread.onSpinWait();
      }

      assertThat(server.admin("/readyz")).isEqualTo("ready\n");
    }
  }

  @Test
  void itStopsInGoodOrder() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    RunningServer server = RunningServer.start(repository.folder());
    String curl = server.curls().get(0);

    assertThat(server.stop()).isEqualTo(0);

    assertThat(server.out().toString()).endsWith("are finished first\nstopped\n");
    assertThatThrownBy(() -> server.paste(curl)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void policiesWithErrorsAreNotServed() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("document.policy.yaml", "policy: [");

    CommandRun run = CommandRun.of("serve", repository.folder());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("document.policy.yaml:1").contains("nothing to serve");
  }

  @Test
  void aFolderThatIsNotThereIsAFailure() {
    CommandRun run = CommandRun.of("serve", temporary.resolve("nowhere").toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("there is no directory").hasLineCount(1);
  }

  @Test
  void aPortInUseIsAFailureInOneLine() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      CommandRun run =
          CommandRun.of(
              "serve",
              repository.folder(),
              "--grpc-address=127.0.0.1:0",
              "--http-address=" + address,
              "--admin-address=127.0.0.1:0");

      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err()).contains(address).contains("in use").hasLineCount(1);
    }
  }

  @Test
  void withoutTokensItDoesNotListenToOtherMachines() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));

    CommandRun run = CommandRun.of("serve", repository.folder(), "--http-address=0.0.0.0:7071");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("`0.0.0.0:7071`").contains("open development mode");
  }

  @Test
  void aConfigurationFileNamesTheRestAndOptionsGoOverIt() throws Exception {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    Path config = temporary.resolve("verdict.yaml");
    Files.writeString(
        config, "listen: { grpc: 127.0.0.1:1, http: 127.0.0.1:1, admin: 127.0.0.1:1 }\n");

    try (RunningServer server = RunningServer.start(repository.folder(), "--config=" + config)) {
      assertThat(server.paste(server.curls().get(0))).startsWith("{\"decision\":true");
    }
  }

  @Test
  void aConfigurationWithErrorsIsAFailureThatShowsThem() throws Exception {
    Path config = temporary.resolve("verdict.yaml");
    Files.writeString(config, "listn: {}\nrepository: { directory: policies }\n");

    CommandRun run = CommandRun.of("serve", "--config=" + config);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains(":1:1: error").contains("did you mean `listen`?");
  }

  @Test
  void onePlaceForPoliciesMustBeNamed() {
    assertThat(CommandRun.of("serve").status()).isEqualTo(2);
    assertThat(CommandRun.of("serve", "folder", "--git=file:///x").status()).isEqualTo(2);
    assertThat(CommandRun.of("serve", "folder", "--ref=main").status()).isEqualTo(2);
  }
}
