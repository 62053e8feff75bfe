package dev.verdict.policy.decision;

import dev.verdict.policy.request.RequestAttribute;
import java.util.List;

/**
 * How a request fared with one of those who ask: the subject, or the actor in its place.
 *
 * @param ofActor whether it is the actor
 * @param type of the subject, or of the actor
 * @param id of the subject, or of the actor
 * @param admission what was asked before any rule, and the answer, in a sentence
 * @param admitted whether the rules were asked
 * @param ignored what the request says in vain, since what is stored of it counts
 * @param undeclared what the request says and the schema does not know, so that no rule reads it
 * @param closedWays where the tenant guard refuses: the grants between the two tenants, in the
 *     order of the repository, and why each did not apply
 * @param rules those on the resource type and action that hold in the resource's tenant, in the
 *     order of the repository, those of an overlay last; at most {@link Explanation#MAX_RULES},
 *     those that matched or were in error before others
 * @param leftOut how many more of them there are
 */
public record PassTrace(
    boolean ofActor,
    String type,
    String id,
    String admission,
    boolean admitted,
    List<RequestAttribute> ignored,
    List<RequestAttribute> undeclared,
    List<GrantTrace> closedWays,
    List<RuleTrace> rules,
    int leftOut) {

  public PassTrace {
    ignored = List.copyOf(ignored);
    undeclared = List.copyOf(undeclared);
    closedWays = List.copyOf(closedWays);
    rules = List.copyOf(rules);
  }
}
