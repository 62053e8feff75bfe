package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the target of a rule says of the attributes that its condition may read. */
final class TargetKnowledge {

  private TargetKnowledge() {}

  /**
   * @param actions those of the rule's actions that are looked at; of the name nothing is known
   *     where a pattern is among them
   * @param tenant whose rule it is; absent: everybody's
   */
  static Map<AttributePath, Domain> of(
      RuleTree rule, Collection<String> actions, Optional<String> tenant, Schema schema) {
    var known = new HashMap<AttributePath, Domain>();
    for (Requirement requirement : rule.requirements()) {
      typeOf(requirement.kind())
          .ifPresent(
              root -> known.put(new AttributePath(root, "type"), oneOf(requirement.names())));
    }
    known.put(new AttributePath(Root.RESOURCE, "type"), oneOf(List.of(rule.resource())));
    if (actions.stream().noneMatch(ActionPattern::isPattern)) {
      known.put(new AttributePath(Root.ACTION, "name"), oneOf(actions));
    }
    Optional<String> attribute =
        Optional.ofNullable(schema.resources().get(rule.resource()))
            .flatMap(ResourceType::tenantAttribute);
    if (attribute.isPresent() && tenant.isPresent()) {
      known.put(new AttributePath(Root.RESOURCE, attribute.get()), oneOf(List.of(tenant.get())));
    }
    return known;
  }

  /** Whose type a requirement of that kind is about, if anybody's. */
  private static Optional<Root> typeOf(Kind kind) {
    return switch (kind) {
      case SUBJECT_TYPES -> Optional.of(Root.SUBJECT);
      case ACTOR_TYPES -> Optional.of(Root.ACTOR);
      case ACTED_FOR_TYPES -> Optional.of(Root.ACTED_FOR);
      case ACTIONS,
          ANY_SCOPE,
          DERIVED_ROLES,
          RESOURCE_TYPES,
          ROLES,
          SCOPES,
          SUBJECT_IDS,
          VALIDITY ->
          Optional.empty();
    };
  }

  private static Domain oneOf(Collection<String> names) {
    return Domain.of(Simple.STRING).only(names);
  }
}
