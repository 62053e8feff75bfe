package dev.verdict.policy.check;

import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.OpenActions;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Completes the open sets of a schema by all that the repository mentions, so that whatever speaks
 * of actions has a closed set of keys before it: names, and patterns for the names between them. A
 * rule is then on the keys that its list covers, and one set of keys can be held against another.
 */
final class OpenActionSets {

  private OpenActionSets() {}

  /** What cannot be an action, and another spelling of one, is left out: its use is reported. */
  static Schema complete(Schema schema, MentionedActions mentioned) {
    if (schema.resources().values().stream().allMatch(type -> type.open().isEmpty())) {
      return schema;
    }
    Map<String, List<Located<String>>> first = mentioned.first(schema);
    var resources = new HashMap<String, ResourceType>();
    schema
        .resources()
        .forEach(
            (name, type) ->
                resources.put(
                    name,
                    type.open().isEmpty()
                        ? type
                        : completed(type, first.getOrDefault(name, List.of()))));
    return schema.with(resources);
  }

  private static ResourceType completed(ResourceType type, List<Located<String>> mentioned) {
    OpenActions set =
        OpenActions.of(type.declaredActions(), mentioned.stream().map(Located::value).toList());
    Map<String, ActionDeclaration> keys = new LinkedHashMap<>();
    for (Located<String> each : mentioned) {
      if (isKey(each.value(), set)) {
        keys.putIfAbsent(each.value(), ActionDeclaration.undeclared(each.value(), each.span()));
      }
    }
    return type.mentioning(keys.values(), set);
  }

  private static boolean isKey(String written, OpenActions set) {
    return ActionPattern.isPattern(written)
        ? ActionPattern.prefix(written).filter(set::hasPattern).isPresent()
        : written.equals(set.key(written));
  }
}
