package dev.verdict.policy.evaluate;

/** What targets see of a subject. */
final class Requester {

  private final String type;
  private final long[] roles;
  private final long[] scopes;

  /**
   * @param roles as bits of the resource type's role index
   * @param scopes as bits of the resource type's scope index
   */
  Requester(String type, long[] roles, long[] scopes) {
    this.type = type;
    this.roles = roles;
    this.scopes = scopes;
  }

  String type() {
    return type;
  }

  boolean hasOneOfRoles(long[] bits) {
    return NameIndex.intersects(bits, roles);
  }

  boolean hasAllScopes(long[] bits) {
    return NameIndex.containsAll(scopes, bits);
  }
}
