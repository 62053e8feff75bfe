package dev.verdict.server.configuration;

import java.util.Set;

/** Which tenant the holders of an issuer's tokens belong to. */
public sealed interface TenantBinding {

  /** None: these subjects reach only what is not tenant-isolated. */
  record Unbound() implements TenantBinding {}

  /** Always the same one; no claim can select another. */
  record Fixed(String tenant) implements TenantBinding {
    public Fixed {
      if (tenant.isEmpty()) {
        throw new InvalidConfigurationException("the tenant is empty; name it or leave it out");
      }
    }
  }

  /**
   * The one that the token says.
   *
   * @param claim where it says so
   * @param among the tenants that this issuer may speak for; empty means every tenant
   */
  record Claimed(ClaimPath claim, Set<String> among) implements TenantBinding {
    public Claimed {
      among = Set.copyOf(among);
    }
  }
}
