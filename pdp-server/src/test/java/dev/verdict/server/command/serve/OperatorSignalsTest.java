package dev.verdict.server.command.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import dev.verdict.server.command.ServerProcess;
import dev.verdict.server.command.SmallRepository;
import dev.verdict.server.identity.key.TestKeys;
import dev.verdict.server.identity.token.TokenForge;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process tells of itself while it starts and ends, and what it does on SIGHUP. */
@Tag("slow")
@Timeout(240)
class OperatorSignalsTest {

  private static final String QUESTION =
      """
      {"subject": {"type": "user", "id": "alice", "properties": {"tenant": "acme"}},
       "action": {"name": "read"},
       "resource": {"type": "document", "id": "d",
                    "properties": {"tenant": "acme", "owner": "alice"}},
       "options": {"obligations": ["audit"]}}
      """;

  private static final String KEYS =
      "event=keys_looked_at issuer=\"" + TokenForge.ISSUER + "\" outcome=";

  @TempDir private Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void readyIsSaidOnceBothDoorsTakeConnectionsAndNoMoreFromSigtermOn() throws Exception {
    var repository = SmallRepository.in(Files.createDirectory(folder.resolve("policies")));
    Path file = Files.writeString(folder.resolve("server.yaml"), "drain-wait: 4s\n");
    try (var server =
        ServerProcess.begin(repository.folder(), "--config", file.toString(), "--poll", "10m")) {
      while (readiness(server) != 200) {
        assertThat(server.isAlive()).isTrue();
        Thread.onSpinWait();
      }
      assertThat(takesConnections(server.grpc())).isTrue();
      assertThat(takesConnections(server.http())).isTrue();
      assertThat(ask(server).headers().firstValue("connection")).isEmpty();

      server.signal("TERM");
      while (readiness(server) == 200) {
        Thread.onSpinWait();
      }

      assertThat(readiness(server)).isEqualTo(503);
      HttpResponse<String> whileDraining = ask(server);
      assertThat(whileDraining.statusCode()).isEqualTo(200);
      assertThat(whileDraining.body()).contains("\"decision\":true");
      assertThat(whileDraining.headers().firstValue("connection")).contains("close");
      assertThat(takesConnections(server.grpc())).isTrue();
      assertThat(server.awaitEnd()).isZero();
    }
  }

  @Test
  void onSighupThePoliciesAreLookedAtAndTheProcessLives() throws Exception {
    var repository = SmallRepository.in(Files.createDirectory(folder.resolve("policies")));
    try (var server = ServerProcess.start(repository.folder(), "--poll", "10m")) {
      assertThat(ask(server).body()).contains("\"decision\":true");
      repository.write(
          "document.policy.yaml",
          SmallRepository.POLICY.replace("resource.locked ?? false", "resource.locked ?? true"));
      repository.write("tests/document.test.yaml", SmallRepository.testThatAlwaysPasses());
      assertThat(server.out().toString()).doesNotContain("reloaded");

      server.signal("HUP");
      server.out().await("reloaded");

      assertThat(server.isAlive()).isTrue();
      assertThat(ask(server).body()).contains("\"decision\":false");
      server.signal("TERM");
      assertThat(server.awaitEnd()).isZero();
    }
  }

  @Test
  void onSighupTheKeysOfIssuersAreReadAndTokensOfAWithdrawnOneForgotten() throws Exception {
    var repository = SmallRepository.in(Files.createDirectory(folder.resolve("policies")));
    Path keys = Files.writeString(folder.resolve("keys.json"), TestKeys.published(TestKeys.RSA));
    Path file =
        Files.writeString(
            folder.resolve("server.yaml"),
            """
            identity:
              issuers:
                - issuer: %s
                  audience: %s
                  jwks: {file: keys.json, refresh-interval: 10h}
                  tenant: acme
            """
                .formatted(TokenForge.ISSUER, TokenForge.AUDIENCE));
    String old = lasting(TokenForge.good()).sign();
    String other =
        lasting(TokenForge.good())
            .header("kid", TokenForge.quoted("curve-1"))
            .signedBy(TestKeys.CURVE, JWSAlgorithm.ES256)
            .sign();
    try (var server =
        ServerProcess.start(repository.folder(), "--config", file.toString(), "--poll", "10m")) {
      assertThat(askAs(server, old)).isEqualTo(200);
      Files.writeString(keys, "half a fi");
      server.signal("HUP");
      server.running().await(KEYS + "unavailable");
      assertThat(askAs(server, old)).isEqualTo(200);

      Files.writeString(keys, TestKeys.published(TestKeys.CURVE));
      server.signal("HUP");
      server.running().await(KEYS + "changed");

      assertThat(askAs(server, old)).isEqualTo(401);
      assertThat(askAs(server, other)).isEqualTo(200);
      assertThat(server.running().toString())
          .contains("event=repository_looked_at ", " outcome=unchanged");
      server.signal("TERM");
      assertThat(server.awaitEnd()).isZero();
    }
  }

  private static TokenForge lasting(TokenForge token) {
    int now = (int) Duration.between(TokenForge.NOW, Instant.now()).toSeconds();
    return token.at("iat", now - 5).at("exp", now + 3_600);
  }

  private int askAs(ServerProcess server, String token) throws Exception {
    String about = QUESTION.replaceFirst("\"subject\".*\\n", "");
    return client
        .send(
            HttpRequest.newBuilder(url(server.http(), "/access/v1/evaluation"))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(about))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private int readiness(ServerProcess server) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(url(server.admin(), "/readyz")).build(),
              BodyHandlers.ofString())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private HttpResponse<String> ask(ServerProcess server) throws Exception {
    return client.send(
        HttpRequest.newBuilder(url(server.http(), "/access/v1/evaluation"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(QUESTION))
            .build(),
        BodyHandlers.ofString());
  }

  private static URI url(InetSocketAddress address, String path) {
    return URI.create("http://127.0.0.1:" + address.getPort() + path);
  }

  private static boolean takesConnections(InetSocketAddress address) {
    try (var socket = new Socket(address.getAddress(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
