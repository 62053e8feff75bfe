package dev.verdict.policy.tree;

import dev.verdict.policy.checked.CheckedGrant;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes requirements of the keys of a cross-tenant grant. */
final class GrantLowering {

  private final CheckedGrant grant;
  private final Terms terms;
  private final List<Requirement> requirements = new ArrayList<>();

  private GrantLowering(CheckedGrant grant) {
    this.grant = grant;
    this.terms = new Terms(grant.id(), Span.startOf("grants.yaml"));
  }

  static GrantTree lower(CheckedGrant grant) {
    return new GrantLowering(grant).tree();
  }

  private GrantTree tree() {
    addWhat();
    addWho();
    addWhen();
    return new GrantTree(
        grant.id(),
        grant.subjectTenant(),
        grant.tenant(),
        requirements,
        grant.validity(),
        terms.all(requirements.stream().map(Requirement::expression).toList()));
  }

  private void addWhat() {
    add(
        Kind.RESOURCE_TYPES,
        grant.resources(),
        terms.isAmong(terms.read(Root.RESOURCE, "type"), grant.resources()),
        "the resource type",
        "it is not for this resource type, but for " + TargetLowering.quoted(grant.resources()));
    add(
        Kind.ACTIONS,
        grant.actions(),
        terms.isAmong(terms.read(Root.ACTION, "name"), grant.actions()),
        "the action",
        "it is not for this action, but for " + TargetLowering.quoted(grant.actions()));
  }

  private void addWho() {
    add(
        Kind.SUBJECT_TYPES,
        Set.of(grant.subjectType()),
        terms.equal(terms.read(Root.SUBJECT, "type"), terms.text(grant.subjectType())),
        "the subject type",
        "it is not for this subject type, but for `" + grant.subjectType() + "`");
    if (!grant.ids().isEmpty()) {
      add(
          Kind.SUBJECT_IDS,
          grant.ids(),
          terms.isAmong(terms.read(Root.SUBJECT, "id"), grant.ids()),
          "the subject's id",
          "it names other subjects");
    }
    if (!grant.roles().isEmpty()) {
      add(
          Kind.ROLES,
          grant.roles(),
          terms.hasOneOf("roles", grant.roles()),
          "the roles",
          "the subject has none of the roles " + TargetLowering.quoted(grant.roles()));
    }
  }

  private void addWhen() {
    grant
        .validity()
        .from()
        .ifPresent(from -> addTime(terms.notBefore(from), "it is not yet valid, but from " + from));
    grant
        .validity()
        .until()
        .ifPresent(until -> addTime(terms.before(until), "it has expired at " + until));
  }

  private void addTime(Expression expression, String unmet) {
    add(Kind.VALIDITY, Set.of(), expression, "the time of validity", unmet);
  }

  private void add(
      Kind kind, Set<String> names, Expression expression, String subject, String unmet) {
    requirements.add(new Requirement(kind, names, expression, subject, unmet));
  }
}
