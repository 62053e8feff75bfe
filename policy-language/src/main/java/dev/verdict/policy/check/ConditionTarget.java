package dev.verdict.policy.check;

import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import java.util.Set;

/** What decides which attributes a condition may read. */
record ConditionTarget(String resource, Set<String> subjectTypes, Set<String> actions) {

  static ConditionTarget of(CheckedTarget target, ResourceType resource) {
    return new ConditionTarget(resource.name(), target.subjectTypes(), target.actions());
  }

  /** Everything that can be done with a resource type by anybody. */
  static ConditionTarget everything(ResourceType resource, Schema schema) {
    return new ConditionTarget(
        resource.name(), schema.subjects().keySet(), resource.actions().keySet());
  }

  Scope scope(Schema schema, ResourceType type) {
    return new Scope(
        type,
        schema.subjects().values().stream()
            .filter(subject -> subjectTypes.contains(subject.name()))
            .toList(),
        type.actions().values().stream().filter(action -> actions.contains(action.name())).toList(),
        schema.context(),
        schema.entities());
  }
}
