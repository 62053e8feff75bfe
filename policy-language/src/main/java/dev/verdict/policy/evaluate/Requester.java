package dev.verdict.policy.evaluate;

/** What targets see of a subject. */
final class Requester {

  private final String type;
  private final long[] roles;
  private final long[] scopes;
  private final long signature;

  /**
   * @param roles as bits of the resource type's role index
   * @param scopes as bits of the resource type's scope index
   */
  Requester(String type, long[] roles, long[] scopes) {
    this.type = type;
    this.roles = roles;
    this.scopes = scopes;
    this.signature = NameIndex.signature(roles) | NameIndex.ANYBODY;
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

  boolean hasOneOfScopes(long[] bits) {
    return NameIndex.intersects(bits, scopes);
  }

  /** Shares a bit with the signature of every target whose roles it can fulfil. */
  long signature() {
    return signature;
  }
}
