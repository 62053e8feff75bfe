package dev.verdict.policy.file;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.source.Located;
import java.util.List;

/**
 * What a rule speaks of beside its resource type, as written.
 *
 * @param actions at least one; {@code *} stands for all of the resource type, {@code files/*} for
 *     those that begin so
 * @param subjectTypes empty: all
 * @param actorTypes subject types that act for others; empty: the rule is not about acting for
 *     others
 * @param roles the subject has at least one of them; empty: whatever it has
 * @param validity when the rule counts, by the clock of the decision
 */
public record TargetDeclaration(
    List<Located<String>> actions,
    List<Located<String>> subjectTypes,
    List<Located<String>> actorTypes,
    List<Located<String>> roles,
    ScopesDeclaration scopes,
    Validity validity) {

  public TargetDeclaration {
    actions = List.copyOf(actions);
    subjectTypes = List.copyOf(subjectTypes);
    actorTypes = List.copyOf(actorTypes);
    roles = List.copyOf(roles);
  }
}
