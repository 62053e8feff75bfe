package dev.verdict.server.identity;

import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.JwksLocation;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Makes the gate that a configuration asks for. */
public final class IdentityGates {

  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);

  private IdentityGates() {}

  /** A gate that believes every caller and refuses every token; for loopback only. */
  public static IdentityGate openDevelopment() {
    return new OpenDevelopmentGate();
  }

  /**
   * A gate that verifies tokens. Reads every issuer's keys before it returns, which may take some
   * seconds for each address that does not answer.
   *
   * <p>A key file that cannot be read is a mistake and ends the start. An address that does not
   * answer is an outage, which must not keep the server down: until it answers, that issuer's
   * tokens are refused.
   *
   * @param executor on which keys are read again, until it is shut down; a read blocks one of its
   *     threads for some seconds at most
   * @param faults is told of every token that is refused; must not block
   * @throws InvalidConfigurationException where a key file cannot be read or holds no usable key
   */
  public static IdentityGate verifying(
      IdentityConfiguration configuration,
      ScheduledExecutorService executor,
      Clock clock,
      Consumer<TokenFault> faults) {
    Map<String, IssuerVerifier> issuers = new HashMap<>();
    for (IssuerConfiguration issuer : configuration.issuers()) {
      IssuerKeys keys = keys(issuer, executor, clock);
      issuers.put(issuer.issuer(), new IssuerVerifier(issuer, configuration, keys));
    }
    return new VerifyingGate(
        new TokenVerifier(issuers, clock),
        configuration.trustedCallers(),
        new TokenFaultLog(clock).andThen(faults));
  }

  private static IssuerKeys keys(
      IssuerConfiguration issuer, ScheduledExecutorService executor, Clock clock) {
    JwksLocation location = issuer.jwks().location();
    var keys =
        new IssuerKeys(
            issuer.issuer(),
            source(location),
            new KeySetReader(issuer.algorithms()),
            issuer.jwks().maxStale(),
            executor,
            clock);
    if (location instanceof JwksLocation.File) {
      loadOrFail(issuer, keys);
    } else {
      keys.refresh();
    }
    keys.follow(issuer.jwks().refreshInterval());
    return keys;
  }

  private static KeySource source(JwksLocation location) {
    return location instanceof JwksLocation.Url address
        ? new JwksUrl(address.url(), FETCH_TIMEOUT)
        : new JwksFile(((JwksLocation.File) location).path());
  }

  private static void loadOrFail(IssuerConfiguration issuer, IssuerKeys keys) {
    try {
      keys.load();
    } catch (KeysUnavailableException unavailable) {
      throw new InvalidConfigurationException(
          "no keys for the issuer `" + issuer.issuer() + "`: " + unavailable.getMessage());
    }
  }
}
