package dev.verdict.server.identity.gate;

import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.JwksLocation;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.IssuerKeys;
import dev.verdict.server.identity.key.JwksFile;
import dev.verdict.server.identity.key.JwksUrl;
import dev.verdict.server.identity.key.KeySetReader;
import dev.verdict.server.identity.key.KeySource;
import dev.verdict.server.identity.key.KeysUnavailableException;
import dev.verdict.server.identity.token.IssuerVerifier;
import dev.verdict.server.identity.token.RememberedTokens;
import dev.verdict.server.identity.token.TokenVerifier;
import dev.verdict.server.identity.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
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
   * @param remembered keeps what is verified
   * @param executor on which keys are read again, until it is shut down; a read blocks one of its
   *     threads for some seconds at most
   * @param workers verify what is not remembered, and refuse what is more than they can hold
   * @param faults is told of every token that is refused, on any thread; must not block
   * @throws InvalidConfigurationException where a key file cannot be read or holds no usable key
   */
  public static KeyedGate verifying(
      IdentityConfiguration configuration,
      RememberedTokens remembered,
      ScheduledExecutorService executor,
      Executor workers,
      Clock clock,
      Consumer<TokenFault> faults) {
    Map<String, IssuerVerifier> issuers = new HashMap<>();
    var all = new ArrayList<IssuerKeys>();
    for (IssuerConfiguration issuer : configuration.issuers()) {
      IssuerKeys keys = keys(issuer, executor, clock);
      all.add(keys);
      issuers.put(issuer.issuer(), new IssuerVerifier(issuer, configuration, keys));
    }
    var gate =
        new VerifyingGate(
            new Tokens(new TokenVerifier(issuers, clock), remembered, workers, clock),
            configuration.callers(),
            configuration.others(),
            new TokenFaultLog(clock).andThen(faults));
    return new KeyedGate(gate, all);
  }

  private static IssuerKeys keys(
      IssuerConfiguration issuer, ScheduledExecutorService executor, Clock clock) {
    IssuerKeys keys =
        issuer
            .jwks()
            .location()
            .accept(
                new JwksLocation.Visitor<>() {
                  @Override
                  public IssuerKeys file(JwksLocation.File location) {
                    IssuerKeys keys =
                        unread(issuer, new JwksFile(location.path()), executor, clock);
                    loadOrFail(issuer, keys);
                    return keys;
                  }

                  @Override
                  public IssuerKeys url(JwksLocation.Url location) {
                    var source = new JwksUrl(location.url(), FETCH_TIMEOUT);
                    IssuerKeys keys = unread(issuer, source, executor, clock);
                    keys.refresh();
                    return keys;
                  }
                });
    keys.follow(issuer.jwks().refreshInterval());
    return keys;
  }

  private static IssuerKeys unread(
      IssuerConfiguration issuer,
      KeySource source,
      ScheduledExecutorService executor,
      Clock clock) {
    return new IssuerKeys(
        issuer.issuer(),
        source,
        new KeySetReader(issuer.algorithms()),
        issuer.jwks().maxStale(),
        executor,
        clock);
  }

  private static void loadOrFail(IssuerConfiguration issuer, IssuerKeys keys) {
    try {
      var unused = keys.load();
    } catch (KeysUnavailableException unavailable) {
      throw new InvalidConfigurationException(
          "no keys for the issuer `" + issuer.issuer() + "`: " + unavailable.getMessage());
    }
  }
}
