package dev.verdict.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.limit.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigurationTest {

  private static final RepositoryConfiguration REPOSITORY =
      new RepositoryConfiguration.Directory(Path.of("policies"));
  private static final ListenAddress LOCAL = new ListenAddress("127.0.0.1", 1);
  private static final ListenAddress ANYWHERE = new ListenAddress("0.0.0.0", 1);
  private static final Optional<TlsConfiguration> TLS =
      Optional.of(new TlsConfiguration(Path.of("server.crt"), Path.of("server.key")));
  private static final Optional<IdentityConfiguration> IDENTITY =
      Optional.of(
          new IdentityConfiguration(
              List.of(
                  IssuerConfiguration.builder(
                          "https://id.example.com",
                          Set.of("https://api.example.com"),
                          new JwksConfiguration(new JwksLocation.File(Path.of("keys.json"))))
                      .build())));

  @Test
  void aNewcomersServerListensOnLoopback() {
    ServerConfiguration development = ServerConfiguration.development(REPOSITORY);

    assertThat(development.listen().grpc()).hasToString("127.0.0.1:7070");
    assertThat(development.listen().http()).hasToString("127.0.0.1:7071");
    assertThat(development.listen().admin()).hasToString("127.0.0.1:7072");
    assertThat(development.identity()).isEmpty();
  }

  @Test
  void withoutIdentityNoDoorMayBeReachedFromOtherMachines() {
    for (ListenConfiguration listen :
        List.of(
            new ListenConfiguration(ANYWHERE, LOCAL, LOCAL),
            new ListenConfiguration(LOCAL, ANYWHERE, LOCAL),
            new ListenConfiguration(LOCAL, LOCAL, ANYWHERE))) {
      assertThatThrownBy(() -> configuration(listen, Optional.empty(), TLS, false))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("`0.0.0.0:1`")
          .hasMessageContaining("set `identity`, or listen on 127.0.0.1");
    }
  }

  @Test
  void tokensDoNotCrossTheNetworkInTheClear() {
    for (ListenConfiguration listen :
        List.of(
            new ListenConfiguration(ANYWHERE, LOCAL, LOCAL),
            new ListenConfiguration(LOCAL, ANYWHERE, LOCAL))) {
      assertThatThrownBy(() -> configuration(listen, IDENTITY, Optional.empty(), false))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("set `tls`, or `plaintext: true`");
      assertThat(configuration(listen, IDENTITY, TLS, false).listen()).isEqualTo(listen);
      assertThat(configuration(listen, IDENTITY, Optional.empty(), true).plaintext()).isTrue();
    }
  }

  @Test
  void withIdentityTheAdminDoorMayBeAnywhereForItTakesNoTokens() {
    var listen = new ListenConfiguration(LOCAL, LOCAL, ANYWHERE);

    assertThat(configuration(listen, IDENTITY, Optional.empty(), false).listen()).isEqualTo(listen);
  }

  @Test
  void plaintextAndTlsContradictEachOther() {
    assertThatThrownBy(() -> configuration(ListenConfiguration.DEFAULT, IDENTITY, TLS, true))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("contradict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a",
        "pdp.example.com",
        "https:///x",
        "https://a?b",
        "https://user:secret@pdp.example.com",
        "https://a#b",
        "mailto:a@b"
      })
  void aPublicUrlIsTheAddressOfAServer(String url) {
    assertThatThrownBy(
            () ->
                new ServerConfiguration(
                    ListenConfiguration.DEFAULT,
                    REPOSITORY,
                    IDENTITY,
                    CacheConfiguration.DEFAULT,
                    Optional.of(URI.create(url)),
                    Optional.empty(),
                    Limits.STANDARD,
                    ServerConfiguration.DEFAULT_CALL_TIMEOUT,
                    false,
                    ConnectionLimits.DEFAULT,
                    Duration.ZERO))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("`public-url`");
  }

  private static ServerConfiguration configuration(
      ListenConfiguration listen,
      Optional<IdentityConfiguration> identity,
      Optional<TlsConfiguration> tls,
      boolean plaintext) {
    return new ServerConfiguration(
        listen,
        REPOSITORY,
        identity,
        CacheConfiguration.DEFAULT,
        Optional.empty(),
        tls,
        Limits.STANDARD,
        ServerConfiguration.DEFAULT_CALL_TIMEOUT,
        plaintext,
        ConnectionLimits.DEFAULT,
        Duration.ZERO);
  }
}
