package dev.verdict.server.configuration;

import dev.verdict.server.rights.CallerRights;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose tokens are accepted, and who may speak for others.
 *
 * @param issuers at least one; no two of them with the same name, or with subjects that could be
 *     taken for each other
 * @param callers what each of these may do
 * @param others what every other caller with a good token may do
 * @param clockSkew by how much clocks may differ, at most 60 s
 * @param tenantAttribute the subject's attribute that holds its tenant
 */
public record IdentityConfiguration(
    List<IssuerConfiguration> issuers,
    Map<CallerName, CallerRights> callers,
    CallerRights others,
    Duration clockSkew,
    String tenantAttribute) {

  /** By how much clocks may differ where nothing else is set. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(30);

  /** The subject's attribute that holds its tenant where nothing else is set. */
  public static final String DEFAULT_TENANT_ATTRIBUTE = "tenant";

  private static final int MAX_ISSUERS = 64;
  private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

  public IdentityConfiguration {
    issuers = List.copyOf(issuers);
    callers = Map.copyOf(callers);
    if (issuers.isEmpty() || issuers.size() > MAX_ISSUERS) {
      throw new InvalidConfigurationException(
          "`issuers` has " + issuers.size() + " entries (expected: 1 to " + MAX_ISSUERS + ")");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
      throw new InvalidConfigurationException("`clock-skew` is not within `0s` and `60s`");
    }
    checkTenantAttribute(issuers, tenantAttribute);
    checkCallers(issuers, callers.keySet());
    checkNamesDiffer(issuers);
    checkSubjectsDiffer(issuers);
    checkTenantsBound(issuers);
  }

  public IdentityConfiguration(List<IssuerConfiguration> issuers) {
    this(issuers, Map.of(), CallerRights.LEAST, DEFAULT_CLOCK_SKEW, DEFAULT_TENANT_ATTRIBUTE);
  }

  private static void checkTenantAttribute(List<IssuerConfiguration> issuers, String attribute) {
    if (attribute.isEmpty()
        || attribute.equals(ClaimMapping.ROLES)
        || attribute.equals(ClaimMapping.SCOPES)) {
      throw new InvalidConfigurationException(
          "`tenant-attribute` is empty or taken; name the attribute that the schema declares");
    }
    for (IssuerConfiguration issuer : issuers) {
      ClaimMapping.checkFree(issuer.claims().attributes(), attribute);
    }
  }

  private static void checkCallers(List<IssuerConfiguration> issuers, Set<CallerName> callers) {
    for (CallerName caller : callers) {
      IssuerConfiguration issuer =
          issuers.stream()
              .filter(each -> each.issuer().equals(caller.issuer()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidConfigurationException(
                          "the caller `"
                              + caller.id()
                              + "` could never call: no issuer has its `issuer`"));
      if (caller.kind() == CallerName.Kind.CLIENT
          && issuer.clientTokens().equals(new ClientTokens.Unknown())) {
        throw new InvalidConfigurationException(
            "the client `"
                + caller.id()
                + "` cannot be told from a user with that id; say with `client-tokens` how the"
                + " tokens look that clients of `"
                + issuer.issuer()
                + "` got for themselves, or name it by `subject`");
      }
    }
  }

  private static void checkNamesDiffer(List<IssuerConfiguration> issuers) {
    var names = new HashSet<String>();
    for (IssuerConfiguration issuer : issuers) {
      if (!names.add(issuer.issuer())) {
        throw new InvalidConfigurationException(
            "the issuer `" + issuer.issuer() + "` is there twice; merge the two");
      }
    }
  }

  private static void checkSubjectsDiffer(List<IssuerConfiguration> issuers) {
    for (int i = 0; i < issuers.size(); i++) {
      for (int j = i + 1; j < issuers.size(); j++) {
        IssuerConfiguration one = issuers.get(i);
        IssuerConfiguration other = issuers.get(j);
        if (one.naming().mayMeet(other.naming())) {
          throw new InvalidConfigurationException(
              "a subject of `"
                  + one.issuer()
                  + "` could be taken for one of `"
                  + other.issuer()
                  + "` with the same id; give each a different `id-prefix`, none the start of"
                  + " another, or different types");
        }
      }
    }
  }

  private static void checkTenantsBound(List<IssuerConfiguration> issuers) {
    if (issuers.size() == 1) {
      return;
    }
    for (IssuerConfiguration issuer : issuers) {
      if (issuer.tenant().isOpen()) {
        throw new InvalidConfigurationException(
            "`"
                + issuer.issuer()
                + "` could put its subjects into any tenant; among several issuers list the tenants"
                + " it may speak for");
      }
    }
  }
}
