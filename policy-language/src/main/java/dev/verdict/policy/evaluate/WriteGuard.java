package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.schema.ResourceType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind the rules of an action that writes: a permit remains one only where it grants all
 * that the action changes. What that is has to be stated, unless the grant covers everything. A
 * grant of {@code except} speaks of the attributes that the schema declares: it covers no name
 * beyond these, so that a name in another spelling opens nothing. Immutable.
 */
public final class WriteGuard {

  private static final RequestAttribute STATEMENT =
      new RequestAttribute(Part.ACTION, ActionDeclaration.FIELDS);

  private static final String NOT_STATED =
      "some properties of the resource are not granted, and the action does not state in `fields`"
          + " which it changes";
  private static final String NO_NAMES = "`fields` of the action is not a list of names";

  private final String resource;
  private final Set<String> declared;

  public WriteGuard(ResourceType resource) {
    this.resource = resource.name();
    this.declared = resource.attributes().keySet();
  }

  /**
   * The decision that remains.
   *
   * @param decision of the subject, and of whoever acts for it, together
   */
  Decision settle(Decision decision, Action action) {
    if (!decision.permitted()) {
      return decision;
    }
    String objection =
        objection(decision.fields(), action.attributes().get(ActionDeclaration.FIELDS));
    return objection == null ? decision : deny(decision, objection);
  }

  /** The same, or what the action changes has to be learned first. */
  PartialDecision settle(Decision decision, Action action, Knowledge knowledge) {
    boolean isUnknown =
        decision.permitted()
            && action.attributes().get(ActionDeclaration.FIELDS) == null
            && knowledge.isUnknown(STATEMENT);
    return isUnknown
        ? new PartialDecision.Undecided(Set.of(STATEMENT))
        : new PartialDecision.Decided(settle(decision, action));
  }

  private static Decision deny(Decision permit, String objection) {
    return Decision.deny(new Reason(ReasonCode.FIELDS_NOT_GRANTED, objection), permit.revision())
        .withGrants(permit.grants());
  }

  /** Null where there is none: asked for each permitted write. */
  private @Nullable String objection(FieldGrant granted, @Nullable Value stated) {
    if (stated == null) {
      return granted.isAll() ? null : NOT_STATED;
    }
    if (!(stated instanceof Value.Sequence names)) {
      return NO_NAMES;
    }
    if (names.values().isEmpty() && !granted.isAll()) {
      return NOT_STATED;
    }
    String objection = null;
    for (Value name : names.values()) {
      if (!(name instanceof Value.Text text)) {
        return NO_NAMES;
      }
      if (objection == null && !granted.isAll()) {
        objection = objection(granted, text.text());
      }
    }
    return objection;
  }

  private @Nullable String objection(FieldGrant granted, String name) {
    if (!declared.contains(name)) {
      return "the action changes " + shown(name) + ", which `" + resource + "` does not have";
    }
    return granted.covers(name) ? null : "the action changes `" + name + "`, which is not granted";
  }

  /** A name as it came, where it could be one of a schema; anything else is not repeated. */
  private static String shown(String name) {
    Optional<String> problem = Identifier.problem(name);
    return problem.isPresent() ? "a property" : "`" + name + "`";
  }
}
