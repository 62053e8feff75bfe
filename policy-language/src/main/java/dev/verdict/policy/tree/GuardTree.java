package dev.verdict.policy.tree;

import dev.verdict.policy.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * The tenant guard of one resource type: the request says of no tenant something else than is
 * stored, both tenants are known, and they are the same or a grant leads from one to the other. A
 * request goes on to the rules where this is true.
 */
public final class GuardTree {

  private final Terms terms;
  private final Expression contradicted;
  private final Expression subjectTenant;
  private final Expression resourceTenant;
  private final List<GrantTree> grants;

  GuardTree(
      Terms terms,
      Expression contradicted,
      Expression subjectTenant,
      Expression resourceTenant,
      List<GrantTree> grants) {
    this.terms = terms;
    this.contradicted = contradicted;
    this.subjectTenant = subjectTenant;
    this.resourceTenant = resourceTenant;
    this.grants = List.copyOf(grants);
  }

  /** Whether the request says of one of the two tenants something else than is stored. */
  public Expression contradicted() {
    return contradicted;
  }

  /**
   * The tenant that who asks belongs to; of an actor whose type has none, that of the subject it
   * acts for. The empty string where there is none.
   */
  public Expression subjectTenant() {
    return subjectTenant;
  }

  /** The tenant that the resource belongs to; the empty string where there is none. */
  public Expression resourceTenant() {
    return resourceTenant;
  }

  /** The grants for this resource type, in the order of the file. */
  public List<GrantTree> grants() {
    return grants;
  }

  /** All that one of the grants requires, the tenants included. */
  public Expression whole(GrantTree grant) {
    return terms.all(
        List.of(
            terms.not(contradicted),
            terms.equal(subjectTenant, terms.text(grant.subjectTenant())),
            terms.equal(resourceTenant, terms.text(grant.resourceTenant())),
            grant.whole()));
  }

  /** The guard in one expression. */
  public Expression whole() {
    var ways = new ArrayList<Expression>();
    ways.add(terms.equal(subjectTenant, resourceTenant));
    grants.forEach(grant -> ways.add(whole(grant)));
    return terms.all(
        List.of(
            terms.not(contradicted),
            terms.filled(subjectTenant),
            terms.filled(resourceTenant),
            terms.any(ways)));
  }
}
