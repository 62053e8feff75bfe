package dev.verdict.server.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.sun.net.httpserver.HttpServer;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.configuration.EntityNaming;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.JwksConfiguration;
import dev.verdict.server.configuration.JwksLocation;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.KeySource;
import dev.verdict.server.identity.key.ManualExecutor;
import dev.verdict.server.identity.key.TestClock;
import dev.verdict.server.identity.key.TestKeys;
import dev.verdict.server.identity.token.CountedTokens;
import dev.verdict.server.identity.token.RememberedTokens;
import dev.verdict.server.identity.token.TokenForge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityGatesTest {

  private static final String OTHER_ISSUER = "https://other.example.com";

  @TempDir Path folder;

  @Test
  void aMissingKeyFileEndsTheStart() {
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> open(GateUnderTest.issuer(TokenForge.ISSUER, missing).build()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage(
            "no keys for the issuer `https://id.example.com`: there is no key set file `"
                + missing
                + "`");
  }

  @Test
  void aKeyFileWithoutAUsableKeyEndsTheStart() {
    Path file = GateUnderTest.keyFile(folder, "empty.json", "{\"keys\":[]}");

    assertThatThrownBy(() -> open(GateUnderTest.issuer(TokenForge.ISSUER, file).build()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("no usable key");
  }

  @Test
  void aKeyFileThatIsTooLargeEndsTheStart() {
    Path file = GateUnderTest.keyFile(folder, "large.json", " ".repeat(KeySource.MAX_BYTES + 1));

    assertThatThrownBy(() -> open(GateUnderTest.issuer(TokenForge.ISSUER, file).build()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("larger than 524288 bytes");
  }

  @Test
  void anIssuerIsVerifiedByItsOwnKeysEvenWhereKeyIdsMeet() {
    Path ours = GateUnderTest.keyFile(folder, "ours.json", TestKeys.published(TestKeys.RSA));
    Path others =
        GateUnderTest.keyFile(folder, "others.json", TestKeys.published(TestKeys.STRANGER));
    var gate =
        open(
            GateUnderTest.issuer(TokenForge.ISSUER, ours).build(),
            GateUnderTest.issuer(OTHER_ISSUER, others)
                .naming(new EntityNaming("guest", "guest-client", "guest-agent", ""))
                .build());
    TokenForge other = TokenForge.good().claim("iss", TokenForge.quoted(OTHER_ISSUER));

    assertThat(gate.subject(other.signedBy(TestKeys.STRANGER, JWSAlgorithm.RS256).sign()))
        .isEqualTo(new Entity("guest", "alice"));
    assertThat(gate.subject(TokenForge.good().sign())).isEqualTo(new Entity("user", "alice"));
    assertThat(gate.authenticate(other.signedBy(TestKeys.RSA, JWSAlgorithm.RS256).sign()))
        .isInstanceOf(Authentication.Rejected.class);
    assertThat(gate.faults).containsExactly(TokenFault.BAD_SIGNATURE);
  }

  @Test
  void keysThatAreChangedInAFileCountFromTheNextWishedLookOnAndRememberedTokensWithThem() {
    Path file = GateUnderTest.keyFile(folder, "keys.json", TestKeys.published(TestKeys.RSA));
    var gate = open(GateUnderTest.issuer(TokenForge.ISSUER, file).build());
    String old = TokenForge.good().sign();
    String other =
        TokenForge.good()
            .header("kid", TokenForge.quoted("curve-1"))
            .signedBy(TestKeys.CURVE, JWSAlgorithm.ES256)
            .sign();
    assertThat(gate.subject(old)).isEqualTo(new Entity("user", "alice"));

    GateUnderTest.keyFile(folder, "keys.json", TestKeys.published(TestKeys.CURVE));
    assertThat(gate.subject(old)).isEqualTo(new Entity("user", "alice"));
    gate.keyed.lookNow();
    gate.background.runWaiting();

    assertThat(gate.authenticate(old)).isInstanceOf(Authentication.Rejected.class);
    assertThat(gate.subject(other)).isEqualTo(new Entity("user", "alice"));
  }

  @Test
  void anAddressThatIsDownAtTheStartIsReadAgain() throws IOException {
    HttpServer issuer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = TestKeys.published(TestKeys.RSA).getBytes(StandardCharsets.UTF_8);
    var executor = new ManualExecutor();
    var faults = new ArrayList<TokenFault>();
    int port = issuer.getAddress().getPort();
    try {
      issuer.start();
      IdentityGate gate =
          IdentityGates.verifying(
                  at(port),
                  new RememberedTokens(1 << 20, new CountedTokens()),
                  executor,
                  Runnable::run,
                  new TestClock(),
                  faults::add)
              .gate();
      assertThat(gate.authenticate(Optional.of(TokenForge.good().sign())).value())
          .isEqualTo(new Authentication.Rejected(VerifyingGate.BAD_TOKEN));
      assertThat(faults).containsExactly(TokenFault.KEYS_UNAVAILABLE);

      issuer.createContext(
          "/keys",
          exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      executor.runRepeated();

      assertThat(gate.authenticate(Optional.of(TokenForge.good().sign())).value())
          .isInstanceOf(Authentication.Authenticated.class);
    } finally {
      issuer.stop(0);
    }
  }

  private static IdentityConfiguration at(int port) {
    var url = new JwksLocation.Url(URI.create("http://127.0.0.1:" + port + "/keys"));
    return new IdentityConfiguration(
        List.of(
            IssuerConfiguration.builder(
                    TokenForge.ISSUER, Set.of(TokenForge.AUDIENCE), new JwksConfiguration(url))
                .build()));
  }

  private static GateUnderTest open(IssuerConfiguration... issuers) {
    return new GateUnderTest(new IdentityConfiguration(List.of(issuers)));
  }
}
