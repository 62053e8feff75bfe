package dev.verdict.policy.evaluate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part of a rule that is matched by equality, beside resource type and action. Immutable. */
public final class Target {

  private final Set<String> subjectTypes;
  private final boolean everySubjectType;
  private final Set<String> roles;
  private final Set<String> scopes;
  private final Set<String> anyScopes;
  private final long[] roleBits;
  private final long[] scopeBits;
  private final long[] anyScopeBits;

  /**
   * @param subjectTypes at least one
   * @param everySubjectType whether these are all that there are
   * @param roles the subject has at least one of them; empty: whatever it has
   * @param scopes the subject has all of them
   * @param anyScopes the subject has at least one of them; empty: whatever it has
   */
  public Target(
      Set<String> subjectTypes,
      boolean everySubjectType,
      Set<String> roles,
      Set<String> scopes,
      Set<String> anyScopes,
      NameIndex roleIndex,
      NameIndex scopeIndex) {
    this.subjectTypes = subjectTypes;
    this.everySubjectType = everySubjectType;
    this.roles = roles;
    this.scopes = scopes;
    this.anyScopes = anyScopes;
    this.roleBits = roleIndex.bits(roles);
    this.scopeBits = scopeIndex.bits(scopes);
    this.anyScopeBits = scopeIndex.bits(anyScopes);
  }

  boolean matches(Requester requester) {
    return (roleBits.length == 0 || requester.hasOneOfRoles(roleBits))
        && (scopeBits.length == 0 || requester.hasAllScopes(scopeBits))
        && (anyScopeBits.length == 0 || requester.hasOneOfScopes(anyScopeBits))
        && (everySubjectType || subjectTypes.contains(requester.type()));
  }

  /**
   * Shares no bit with the signature of a requester that cannot fulfil the roles; tells nothing
   * else.
   */
  long signature() {
    return roleBits.length == 0 ? NameIndex.ANYBODY : NameIndex.signature(roleBits);
  }

  /** Which part does not match, for a person. */
  Optional<String> mismatch(Requester requester) {
    if (!subjectTypes.contains(requester.type())) {
      return Optional.of("the rule speaks of " + quoted(subjectTypes) + " subjects");
    }
    if (!roles.isEmpty() && !requester.hasOneOfRoles(roleBits)) {
      return Optional.of("the subject has none of the roles " + quoted(roles));
    }
    if (!requester.hasAllScopes(scopeBits)) {
      return Optional.of("the subject lacks one of the scopes " + quoted(scopes));
    }
    return anyScopes.isEmpty() || requester.hasOneOfScopes(anyScopeBits)
        ? Optional.empty()
        : Optional.of("the subject has none of the scopes " + quoted(anyScopes));
  }

  /** In their order, for sentences. */
  static String quoted(Set<String> names) {
    return "`" + String.join("`, `", new TreeSet<>(names)) + "`";
  }
}
