package dev.verdict.policy.file;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.source.Located;
import java.util.List;

/**
 * A cross-tenant grant as written: lets some subjects of one tenant past the tenant guard to
 * resources of another, for some actions and some time.
 *
 * @param id unique in the repository
 * @param subjects who
 * @param tenant whose resources
 * @param resources resource types, at least one
 * @param actions at least one, each an action of all the resource types
 * @param validity with an end
 */
public record GrantDeclaration(
    Located<String> id,
    Subjects subjects,
    Located<String> tenant,
    List<Located<String>> resources,
    List<Located<String>> actions,
    Validity validity) {

  /**
   * Who a grant is for.
   *
   * @param type the subject type
   * @param tenant the one that they belong to or, where their type has none, act in
   * @param ids of these and no others; empty: of all
   * @param roles they have at least one of them; empty: whatever they have
   */
  public record Subjects(
      Located<String> type,
      Located<String> tenant,
      List<Located<String>> ids,
      List<Located<String>> roles) {

    public Subjects {
      ids = List.copyOf(ids);
      roles = List.copyOf(roles);
    }
  }

  public GrantDeclaration {
    resources = List.copyOf(resources);
    actions = List.copyOf(actions);
  }
}
