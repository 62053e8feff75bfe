package dev.verdict.policy.tree;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.Requirement.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the tenant guards of what the schema says of tenants. */
final class GuardLowering {

  private final Terms terms = new Terms("tenant", Span.startOf("schema.yaml"));
  private final Schema schema;

  GuardLowering(Schema schema) {
    this.schema = schema;
  }

  /**
   * @param tenant names the attribute that holds the resource's tenant
   * @param grants all there are, whatever their resource types
   */
  GuardTree lower(ResourceType resource, String tenant, List<GrantTree> grants) {
    return new GuardTree(
        terms,
        terms.any(List.of(contradicted(Root.RESOURCE), contradicted(Root.SUBJECT))),
        tenantOf(Root.SUBJECT, ofActedFor()),
        terms.readOr(Root.RESOURCE, tenant, none()),
        grants.stream()
            .filter(grant -> grant.names(Kind.RESOURCE_TYPES).contains(resource.name()))
            .toList());
  }

  private Expression contradicted(Root root) {
    return terms.read(root, AttributePath.TENANT_CONTRADICTED, Type.Simple.BOOL);
  }

  private Expression none() {
    return terms.text("");
  }

  /** The tenant of the subject that is acted for, where who acts is of a type without a tenant. */
  private Expression ofActedFor() {
    Set<String> without =
        schema.subjects().values().stream()
            .filter(type -> type.tenantAttribute().isEmpty())
            .map(SubjectType::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return without.isEmpty()
        ? none()
        : terms.choice(
            terms.isAmong(terms.read(Root.SUBJECT, "type"), without),
            tenantOf(Root.ACTED_FOR, none()),
            none());
  }

  /**
   * The tenant that a subject's type holds in an attribute of its choice.
   *
   * @param otherwise where it has none
   */
  private Expression tenantOf(Root root, Expression otherwise) {
    var byAttribute = new TreeMap<String, Set<String>>();
    for (SubjectType type : schema.subjects().values()) {
      type.tenantAttribute()
          .ifPresent(
              name -> byAttribute.computeIfAbsent(name, first -> new TreeSet<>()).add(type.name()));
    }
    Expression tenant = otherwise;
    for (Map.Entry<String, Set<String>> each : byAttribute.descendingMap().entrySet()) {
      tenant =
          isTenantOfAll(each.getKey())
              ? terms.readOr(root, each.getKey(), tenant)
              : terms.choice(
                  terms.isAmong(terms.readOr(root, "type", none()), each.getValue()),
                  terms.readOr(root, each.getKey(), none()),
                  tenant);
    }
    return tenant;
  }

  /** Whether the attribute is the tenant of every subject type that declares it. */
  private boolean isTenantOfAll(String attribute) {
    return schema.subjects().values().stream()
        .filter(type -> type.attributes().containsKey(attribute))
        .allMatch(type -> type.tenantAttribute().equals(Optional.of(attribute)));
  }
}
