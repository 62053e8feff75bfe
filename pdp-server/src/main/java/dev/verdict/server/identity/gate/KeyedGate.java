package dev.verdict.server.identity.gate;

import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.key.IssuerKeys;
import java.util.List;

/**
 * A gate, and the keys that it verifies tokens with.
 *
 * @param keys of each issuer; none where no token is verified
 */
public record KeyedGate(IdentityGate gate, List<IssuerKeys> keys) {

  public KeyedGate {
    keys = List.copyOf(keys);
  }

  /** Has all keys read soon. Never blocks. */
  public void lookNow() {
    keys.forEach(IssuerKeys::lookNow);
  }
}
