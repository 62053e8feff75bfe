package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NameIndex;
import dev.verdict.policy.condition.NoValue;
import java.util.Set;

/**
 * The requirements of a rule that are compared as bit sets: the types of subjects, roles and
 * scopes. Immutable.
 */
public final class Target {

  private final Set<String> subjectTypes;
  private final boolean everySubjectType;
  private final int rolesSlot;
  private final int scopesSlot;
  private final long[] roles;
  private final long[] scopes;
  private final long[] anyScope;

  /**
   * @param subjectTypes at least one
   * @param everySubjectType whether these are all that there are
   * @param rolesSlot where the subject's roles are, as bits; read only where {@code roles} are
   * @param scopesSlot where its scopes are, as bits; read only where there are scopes here
   * @param roles the subject has at least one of them; empty: whatever it has
   * @param scopes the subject has all of them
   * @param anyScope the subject has at least one of them; empty: whatever it has
   */
  public Target(
      Set<String> subjectTypes,
      boolean everySubjectType,
      int rolesSlot,
      int scopesSlot,
      long[] roles,
      long[] scopes,
      long[] anyScope) {
    this.subjectTypes = subjectTypes;
    this.everySubjectType = everySubjectType;
    this.rolesSlot = rolesSlot;
    this.scopesSlot = scopesSlot;
    this.roles = roles.clone();
    this.scopes = scopes.clone();
    this.anyScope = anyScope.clone();
  }

  /**
   * Whether all of it fits: true, false, or, where nothing is false, an error if roles or scopes
   * are not what they should be, or an unknown.
   */
  Object evaluate(Frame frame) {
    if (!hasSubjectType(frame)) {
      return false;
    }
    Object result = true;
    if (roles.length > 0) {
      Object value = hasRole(frame);
      if (value == Boolean.FALSE) {
        return value;
      }
      result = value;
    }
    return scopes.length == 0 && anyScope.length == 0 ? result : withScopes(result, frame);
  }

  private Object withScopes(Object soFar, Frame frame) {
    Object all = hasScopes(frame);
    if (all == Boolean.FALSE) {
      return all;
    }
    Object any = hasAnyScope(frame);
    if (any == Boolean.FALSE) {
      return any;
    }
    Object both = all instanceof NoValue none ? none.with(any) : any;
    return soFar instanceof NoValue none ? none.with(both) : both;
  }

  boolean hasSubjectType(Frame frame) {
    return everySubjectType || subjectTypes.contains(frame.subjectType());
  }

  Object hasRole(Frame frame) {
    if (roles.length == 0) {
      return true;
    }
    Object held = frame.attribute(rolesSlot);
    return held instanceof long[] bits ? (Object) NameIndex.intersects(bits, roles) : held;
  }

  Object hasScopes(Frame frame) {
    if (scopes.length == 0) {
      return true;
    }
    Object held = frame.attribute(scopesSlot);
    return held instanceof long[] bits ? (Object) NameIndex.containsAll(bits, scopes) : held;
  }

  Object hasAnyScope(Frame frame) {
    if (anyScope.length == 0) {
      return true;
    }
    Object held = frame.attribute(scopesSlot);
    return held instanceof long[] bits ? (Object) NameIndex.intersects(bits, anyScope) : held;
  }

  /**
   * Shares no bit with the {@link ResourceProgram#signature} of a subject that certainly lacks the
   * roles; tells nothing else.
   */
  long signature() {
    return roles.length == 0 ? NameIndex.ANYBODY : NameIndex.signature(roles);
  }
}
