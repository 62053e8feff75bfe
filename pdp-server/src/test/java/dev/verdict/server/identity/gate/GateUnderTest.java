package dev.verdict.server.identity.gate;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.configuration.ClaimPath;
import dev.verdict.server.configuration.ClientTokens;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.JwksConfiguration;
import dev.verdict.server.configuration.JwksLocation;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.ManualExecutor;
import dev.verdict.server.identity.key.TestClock;
import dev.verdict.server.identity.key.TestKeys;
import dev.verdict.server.identity.token.CountedTokens;
import dev.verdict.server.identity.token.RememberedTokens;
import dev.verdict.server.identity.token.TokenForge;
import dev.verdict.server.rights.CallerRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A gate made as the server makes it, from a key file, with a clock that stands still. */
public final class GateUnderTest {

  public final List<TokenFault> faults = new ArrayList<>();
  public final IdentityGate gate;
  final KeyedGate keyed;
  final ManualExecutor background = new ManualExecutor();

  public GateUnderTest(IdentityConfiguration configuration) {
    keyed =
        IdentityGates.verifying(
            configuration,
            new RememberedTokens(1 << 20, new CountedTokens()),
            background,
            Runnable::run,
            new TestClock(),
            faults::add);
    gate = keyed.gate();
  }

  public static GateUnderTest of(Path folder, UnaryOperator<IssuerConfiguration.Builder> settings) {
    return new GateUnderTest(
        new IdentityConfiguration(List.of(settings.apply(issuer(folder)).build())));
  }

  /** An issuer whose clients' tokens say so, and callers with rights of their own. */
  public static GateUnderTest knowing(Path folder, Map<CallerName, CallerRights> callers) {
    var marked = new ClientTokens.Marked(ClaimPath.of("gty"), Set.of("client-credentials"));
    return new GateUnderTest(
        new IdentityConfiguration(
            List.of(issuer(folder).clientTokens(marked).build()),
            callers,
            CallerRights.LEAST,
            IdentityConfiguration.DEFAULT_CLOCK_SKEW,
            "tenant"));
  }

  public static IssuerConfiguration.Builder issuer(Path folder) {
    String keys = TestKeys.published(TestKeys.RSA, TestKeys.CURVE);
    return issuer(TokenForge.ISSUER, keyFile(folder, "keys.json", keys));
  }

  public static IssuerConfiguration.Builder issuer(String name, Path keyFile) {
    return IssuerConfiguration.builder(
        name, Set.of(TokenForge.AUDIENCE), new JwksConfiguration(new JwksLocation.File(keyFile)));
  }

  public static Path keyFile(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The caller that the token makes; fails where it makes none. */
  public Caller caller(String token) {
    Authentication authentication = authenticate(token);
    if (authentication instanceof Authentication.Authenticated authenticated) {
      return authenticated.caller();
    }
    throw new AssertionError("refused: " + faults);
  }

  public Authentication authenticate(String token) {
    return gate.authenticate(Optional.of(token)).value();
  }

  /** The subject of a request in which a token stands for it. */
  public Identification identify(Caller caller, String token, Optional<Entity> actor) {
    return gate.verify(token)
        .value()
        .accept(
            new SubjectToken.Visitor<>() {
              @Override
              public Identification accepted(SubjectToken.Accepted accepted) {
                return gate.identify(caller, new SubjectClaim.Token(accepted), actor);
              }

              @Override
              public Identification rejected(String message) {
                return new Identification.Unauthenticated(message);
              }

              @Override
              public Identification overloaded(String message) {
                throw new AssertionError(message);
              }
            });
  }

  public Entity subject(String token) {
    return caller(token).subject().orElseThrow();
  }
}
