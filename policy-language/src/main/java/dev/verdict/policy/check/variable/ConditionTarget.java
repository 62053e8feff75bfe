package dev.verdict.policy.check.variable;

import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.checked.CheckedTarget;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import java.util.List;
import java.util.Set;

/** What decides which attributes a condition may read. */
public record ConditionTarget(
    String resource, Set<String> subjectTypes, Set<String> actorTypes, Set<String> actions) {

  public static ConditionTarget of(CheckedTarget target, ResourceType resource) {
    return new ConditionTarget(
        resource.name(), target.subjectTypes(), target.actorTypes(), target.actions());
  }

  public Scope scope(Schema schema, ResourceType type) {
    return new Scope(
        type,
        types(subjectTypes, schema),
        types(actorTypes, schema),
        type.actions().values().stream().filter(action -> actions.contains(action.name())).toList(),
        schema.context(),
        schema.entities());
  }

  private static List<SubjectType> types(Set<String> names, Schema schema) {
    return schema.subjects().values().stream()
        .filter(subject -> names.contains(subject.name()))
        .toList();
  }
}
