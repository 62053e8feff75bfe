package dev.verdict.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.configuration.CallerName.Kind;
import dev.verdict.server.rights.CallerRights;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityConfigurationTest {

  private static final JwksConfiguration KEYS =
      new JwksConfiguration(new JwksLocation.File(Path.of("keys.json")));

  @Test
  void aSubjectOfOneIssuerCannotBeTakenForOneOfAnother() {
    assertRefused("could be taken for", issuer("a"), issuer("b"));
    assertRefused("could be taken for", prefixed("a", ""), prefixed("b", "b:"));
    assertRefused("could be taken for", prefixed("a", "x"), prefixed("b", "xy"));
    assertAccepted(prefixed("a", "a:"), prefixed("b", "b:"));
    assertAccepted(issuer("a"), named("b", "guest", "guest-client", "guest-agent"));
  }

  @Test
  void everyKindOfEntityCountsWhenSubjectsAreToldApart() {
    assertRefused("could be taken for", issuer("a"), named("b", "guest", "client", "guest-agent"));
    assertRefused("could be taken for", issuer("a"), named("b", "guest", "guest-client", "agent"));
    assertRefused("could be taken for", issuer("a"), named("b", "agent", "guest-client", "robot"));
  }

  @Test
  void amongSeveralIssuersNoneSpeaksForEveryTenant() {
    var any = new TenantBinding.Claimed(ClaimPath.of("org"), Set.of());
    var some = new TenantBinding.Claimed(ClaimPath.of("org"), Set.of("acme"));

    assertAccepted(prefixed("a", "a:").tenant(any));
    assertRefused("any tenant", prefixed("a", "a:").tenant(any), prefixed("b", "b:"));
    assertAccepted(prefixed("a", "a:").tenant(some), prefixed("b", "b:"));
  }

  @Test
  void anIssuerIsThereOnce() {
    assertRefused("there twice", prefixed("a", "a:"), prefixed("a", "b:"));
  }

  @Test
  void aCallerMustBeAbleToCall() {
    IssuerConfiguration blind = issuer("a").build();
    IssuerConfiguration issuer =
        issuer("a").clientTokens(new ClientTokens.SubjectIsClient()).build();

    assertThat(knowing(issuer, new CallerName("a", Kind.CLIENT, "gateway")).callers()).hasSize(1);
    assertThat(knowing(blind, new CallerName("a", Kind.SUBJECT, "gateway")).callers()).hasSize(1);
    assertThatThrownBy(() -> knowing(issuer, new CallerName("b", Kind.CLIENT, "gateway")))
        .hasMessageContaining("`gateway` could never call");
    assertThatThrownBy(() -> knowing(blind, new CallerName("a", Kind.CLIENT, "gateway")))
        .hasMessageContaining("`client-tokens`");
  }

  @Test
  void clocksDifferByAMinuteAtMost() {
    assertThat(skewed(60).clockSkew()).hasSeconds(60);
    assertThatThrownBy(() -> skewed(61)).hasMessageContaining("`clock-skew`");
    assertThatThrownBy(() -> skewed(-1)).hasMessageContaining("`clock-skew`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roles", "scopes", "tenant"})
  void anAttributeHasOneSource(String name) {
    assertThatThrownBy(
            () ->
                new IdentityConfiguration(
                    List.of(
                        issuer("a")
                            .claims(
                                new ClaimMapping(
                                    ClaimPath.of("sub"),
                                    ClaimPath.of("roles"),
                                    List.of(),
                                    Map.of(name, ClaimPath.of("x"))))
                            .build())))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("the attribute `" + name + "` is filled already");
  }

  @Test
  void aClientIsNeverCalledAUser() {
    assertThatThrownBy(() -> new EntityNaming("user", "user", "agent", ""))
        .hasMessageContaining("give them different names");
  }

  @Test
  void anIssuerWithoutAudienceWouldAcceptTokensForAnyone() {
    assertThatThrownBy(() -> IssuerConfiguration.builder("a", Set.of(), KEYS).build())
        .hasMessageContaining("`audience` is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.com/keys",
        "http://127.0.0.1:80/keys",
        "http://[::1]/keys",
        "http://localhost/k"
      })
  void keysComeOverASafeWay(String url) {
    assertThat(new JwksLocation.Url(URI.create(url)).url()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.com/keys",
        "http://localhost.example.com/keys",
        "file:///etc/keys",
        "ftp://127.0.0.1/keys",
        "https:/keys",
        "https://user@id.example.com/keys",
        "keys.json"
      })
  void keysDoNotComeOverAnUnsafeWay(String url) {
    assertThatThrownBy(() -> new JwksLocation.Url(URI.create(url)))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @Test
  void keysDoNotExpireBetweenTwoRefreshes() {
    assertThatThrownBy(
            () ->
                new JwksConfiguration(
                    KEYS.location(), Duration.ofMinutes(5), Duration.ofMinutes(4)))
        .hasMessageContaining("`max-stale`");
  }

  private static IssuerConfiguration.Builder issuer(String name) {
    return IssuerConfiguration.builder(name, Set.of("https://api.example.com"), KEYS);
  }

  private static IssuerConfiguration.Builder prefixed(String name, String prefix) {
    return issuer(name).naming(new EntityNaming("user", "client", "agent", prefix));
  }

  private static IssuerConfiguration.Builder named(
      String name, String subject, String client, String actor) {
    return issuer(name).naming(new EntityNaming(subject, client, actor, ""));
  }

  private static IdentityConfiguration skewed(long seconds) {
    return new IdentityConfiguration(
        List.of(issuer("a").build()),
        Map.of(),
        CallerRights.LEAST,
        Duration.ofSeconds(seconds),
        "tenant");
  }

  private static IdentityConfiguration knowing(IssuerConfiguration issuer, CallerName caller) {
    return new IdentityConfiguration(
        List.of(issuer),
        Map.of(caller, CallerRights.ALL),
        CallerRights.LEAST,
        IdentityConfiguration.DEFAULT_CLOCK_SKEW,
        "tenant");
  }

  private static void assertAccepted(IssuerConfiguration.Builder... issuers) {
    assertThat(configuration(issuers).issuers()).hasSize(issuers.length);
  }

  private static void assertRefused(String message, IssuerConfiguration.Builder... issuers) {
    assertThatThrownBy(() -> configuration(issuers))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(message);
  }

  private static IdentityConfiguration configuration(IssuerConfiguration.Builder... issuers) {
    return new IdentityConfiguration(
        Arrays.stream(issuers).map(IssuerConfiguration.Builder::build).toList());
  }
}
