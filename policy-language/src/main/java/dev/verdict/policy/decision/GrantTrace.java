package dev.verdict.policy.decision;

import java.util.List;

/**
 * A cross-tenant grant between the two tenants of a request that did not let it pass.
 *
 * @param grant its id
 * @param obstacles why not, each a clause; at least one
 */
public record GrantTrace(String grant, List<String> obstacles) {

  public GrantTrace {
    obstacles = List.copyOf(obstacles);
  }

  /** {@code grant `audit` does not apply: it is not for this action, but for `read`}. */
  public String sentence() {
    return "grant `" + grant + "` does not apply: " + String.join("; ", obstacles);
  }
}
