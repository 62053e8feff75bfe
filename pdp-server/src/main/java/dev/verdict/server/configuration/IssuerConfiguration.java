package dev.verdict.server.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Who issues tokens, what a good one looks like, and what becomes of its claims. Built by {@link
 * #builder}.
 *
 * @param issuer what {@code iss} must be, character for character
 * @param audiences one of them must be in {@code aud}: the protected APIs, not this server
 * @param jwks the public keys
 * @param algorithms how a token may be signed; a key that names no algorithm of its own is used
 *     with the first of these that fits it
 * @param tokenType what {@code typ} must be: {@code at+jwt} keeps ID tokens and the like out (RFC
 *     9068 §4)
 * @param maxLifetime longest time from {@code iat} to {@code exp}
 * @param naming what the holders are called
 * @param tenant which tenant they belong to
 * @param claims what else becomes of the claims
 * @param clientTokens how the tokens of clients are told from those of users
 */
public record IssuerConfiguration(
    String issuer,
    Set<String> audiences,
    JwksConfiguration jwks,
    List<SignatureAlgorithm> algorithms,
    String tokenType,
    Duration maxLifetime,
    EntityNaming naming,
    TenantBinding tenant,
    ClaimMapping claims,
    ClientTokens clientTokens) {

  /** Longest life of a token where nothing else is set. */
  public static final Duration DEFAULT_MAX_LIFETIME = Duration.ofHours(24);

  public IssuerConfiguration {
    audiences = Set.copyOf(audiences);
    algorithms = List.copyOf(algorithms);
    if (issuer.isEmpty()) {
      throw new InvalidConfigurationException("`issuer` is empty; write the `iss` of its tokens");
    }
    if (audiences.isEmpty() || audiences.contains("")) {
      throw new InvalidConfigurationException(
          "`audience` is empty: a token for any other service would be accepted here; name yours");
    }
    if (algorithms.isEmpty()) {
      throw new InvalidConfigurationException("`algorithms` is empty; leave it out or name one");
    }
    if (tokenType.isEmpty()) {
      throw new InvalidConfigurationException("`token-type` is empty; leave it out or name one");
    }
    if (maxLifetime.compareTo(Duration.ofSeconds(1)) < 0
        || maxLifetime.compareTo(Duration.ofDays(366)) > 0) {
      throw new InvalidConfigurationException("`max-lifetime` is not within `1s` and 366 days");
    }
  }

  public static Builder builder(String issuer, Set<String> audiences, JwksConfiguration jwks) {
    return new Builder(issuer, audiences, jwks);
  }

  /** Holds the defaults of what need not be set. */
  public static final class Builder {

    private final String issuer;
    private final Set<String> audiences;
    private final JwksConfiguration jwks;
    private List<SignatureAlgorithm> algorithms =
        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.PS256);
    private String tokenType = "at+jwt";
    private Duration maxLifetime = DEFAULT_MAX_LIFETIME;
    private EntityNaming naming = EntityNaming.DEFAULT;
    private TenantBinding tenant = new TenantBinding.Unbound();
    private ClaimMapping claims = ClaimMapping.DEFAULT;
    private ClientTokens clientTokens = new ClientTokens.Unknown();

    private Builder(String issuer, Set<String> audiences, JwksConfiguration jwks) {
      this.issuer = issuer;
      this.audiences = audiences;
      this.jwks = jwks;
    }

    public Builder algorithms(List<SignatureAlgorithm> accepted) {
      this.algorithms = accepted;
      return this;
    }

    public Builder tokenType(String type) {
      this.tokenType = type;
      return this;
    }

    public Builder maxLifetime(Duration longest) {
      this.maxLifetime = longest;
      return this;
    }

    public Builder naming(EntityNaming names) {
      this.naming = names;
      return this;
    }

    public Builder tenant(TenantBinding binding) {
      this.tenant = binding;
      return this;
    }

    public Builder claims(ClaimMapping mapping) {
      this.claims = mapping;
      return this;
    }

    public Builder clientTokens(ClientTokens way) {
      this.clientTokens = way;
      return this;
    }

    public IssuerConfiguration build() {
      return new IssuerConfiguration(
          issuer,
          audiences,
          jwks,
          algorithms,
          tokenType,
          maxLifetime,
          naming,
          tenant,
          claims,
          clientTokens);
    }
  }
}
