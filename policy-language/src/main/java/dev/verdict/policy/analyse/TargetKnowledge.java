package dev.verdict.policy.analyse;

import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.Type.Simple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the target of a rule says of the attributes that its condition may read. */
final class TargetKnowledge {

  private TargetKnowledge() {}

  /**
   * @param actions those of the rule's actions that are looked at
   * @param tenant whose rule it is; absent: everybody's
   */
  static Map<AttributePath, Domain> of(
      CheckedRule rule, Collection<String> actions, Optional<String> tenant, Schema schema) {
    var known = new HashMap<AttributePath, Domain>();
    if (rule.target().actorTypes().isEmpty()) {
      known.put(new AttributePath(Root.SUBJECT, "type"), oneOf(rule.target().subjectTypes()));
    } else {
      known.put(new AttributePath(Root.ACTED_FOR, "type"), oneOf(rule.target().subjectTypes()));
      known.put(new AttributePath(Root.ACTOR, "type"), oneOf(rule.target().actorTypes()));
    }
    known.put(new AttributePath(Root.RESOURCE, "type"), oneOf(List.of(rule.resource())));
    known.put(new AttributePath(Root.ACTION, "name"), oneOf(actions));
    Optional<String> attribute =
        Optional.ofNullable(schema.resources().get(rule.resource()))
            .flatMap(ResourceType::tenantAttribute);
    if (attribute.isPresent() && tenant.isPresent()) {
      known.put(new AttributePath(Root.RESOURCE, attribute.get()), oneOf(List.of(tenant.get())));
    }
    return known;
  }

  private static Domain oneOf(Collection<String> names) {
    return Domain.of(Simple.STRING).only(names);
  }
}
