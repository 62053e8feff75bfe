package dev.verdict.server.configuration;

import dev.verdict.policy.request.VisibleText;
import java.util.Set;

/** Which tenant the holders of an issuer's tokens belong to. */
public sealed interface TenantBinding {

  /** Whether a token could name any tenant at all. */
  boolean isOpen();

  /** Calls the method of the visitor that is for this kind of binding. */
  <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

  /**
   * Something that is done to each kind of binding.
   *
   * @param <X> why it may fail
   */
  interface Visitor<R, X extends Exception> {

    R unbound(Unbound binding) throws X;

    R fixed(Fixed binding) throws X;

    R claimed(Claimed binding) throws X;
  }

  /** None: these subjects reach only what is not tenant-isolated. */
  record Unbound() implements TenantBinding {

    @Override
    public boolean isOpen() {
      return false;
    }

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.unbound(this);
    }
  }

  /** Always the same one; no claim can select another. */
  record Fixed(String tenant) implements TenantBinding {
    public Fixed {
      if (!VisibleText.isIn(tenant)) {
        throw new InvalidConfigurationException("the tenant is empty; name it or leave it out");
      }
    }

    @Override
    public boolean isOpen() {
      return false;
    }

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.fixed(this);
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

    /** Whether this issuer may speak for a tenant. */
    public boolean allows(String tenant) {
      return isOpen() || among.contains(tenant);
    }

    @Override
    public boolean isOpen() {
      return among.isEmpty();
    }

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.claimed(this);
    }
  }
}
