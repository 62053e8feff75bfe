package dev.verdict.server.doors;

import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.configuration.CallerName.Kind;
import dev.verdict.server.configuration.ClaimPath;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.TenantBinding;
import dev.verdict.server.identity.gate.GateUnderTest;
import dev.verdict.server.identity.token.TokenForge;
import dev.verdict.server.rights.CallerRights;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An issuer whose keys a running server reads, and the tokens of its people. */
final class Holders {

  private Holders() {}

  /**
   * What a server has to be told of them.
   *
   * @param folder for the keys
   * @param rights by the `sub` of the token
   */
  static IdentityConfiguration identity(Path folder, Map<String, CallerRights> rights) {
    return new IdentityConfiguration(
        List.of(
            GateUnderTest.issuer(folder)
                .tenant(new TenantBinding.Claimed(ClaimPath.of("org"), Set.of()))
                .build()),
        rights.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> new CallerName(TokenForge.ISSUER, Kind.SUBJECT, each.getKey()),
                    Map.Entry::getValue)),
        CallerRights.LEAST,
        IdentityConfiguration.DEFAULT_CLOCK_SKEW,
        IdentityConfiguration.DEFAULT_TENANT_ATTRIBUTE);
  }

  /** The token of a user of `acme`, good now. */
  static String token(String id) {
    return good(id).sign();
  }

  /** The same, with an agent that acts for the user. */
  static String token(String id, String agent) {
    return good(id).claim("act", "{\"sub\":" + TokenForge.quoted(agent) + "}").sign();
  }

  private static TokenForge good(String id) {
    long now = Instant.now().getEpochSecond();
    return TokenForge.good()
        .claim("sub", TokenForge.quoted(id))
        .claim("org", "\"acme\"")
        .claim("iat", Long.toString(now - 60))
        .claim("exp", Long.toString(now + 600));
  }
}
