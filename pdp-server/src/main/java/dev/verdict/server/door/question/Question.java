package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a door makes of its bytes: one question, an item of a batch, or the defaults of a batch
 * (AuthZEN 1.0 §6.1 and §7.1). Parts may be missing, as long as the defaults have them; its subject
 * is not yet settled.
 *
 * <p>A door sets each part once, together with the number of attribute values in it as {@link
 * AttributeBounds} counted them. Belongs to one thread.
 */
public final class Question {

  private static final SubjectClaim OF_THE_CALL = new SubjectClaim.OfTheCall();

  private @Nullable Entity subject;
  private @Nullable String subjectToken;
  private @Nullable Action action;
  private @Nullable Entity resource;
  private @Nullable Attributes context;
  private @Nullable Entity actor;
  private boolean explain;
  private boolean details;

  private int subjectValues;
  private int actionValues;
  private int resourceValues;
  private int contextValues;
  private int actorValues;

  /** The caller names the subject and what is known of it. */
  public void subject(Entity given, int values) {
    subject = given;
    subjectValues = values;
  }

  /**
   * A token of the subject's own stands for it; to be set after {@link #subject}.
   *
   * @throws InvalidRequestException where it is empty, or a subject is named as well
   */
  public void subjectToken(String token) {
    if (token.isEmpty()) {
      throw new InvalidRequestException("`subject_token` is empty");
    }
    if (subject != null) {
      throw new InvalidRequestException("`subject` and `subject_token` exclude each other");
    }
    subjectToken = token;
  }

  public void action(Action given, int values) {
    action = given;
    actionValues = values;
  }

  public void resource(Entity given, int values) {
    resource = given;
    resourceValues = values;
  }

  public void context(Attributes given, int values) {
    context = given;
    contextValues = values;
  }

  /** Who acts on the subject's behalf. */
  public void actor(Entity given, int values) {
    actor = given;
    actorValues = values;
  }

  /** Whether the answer is to say how each candidate rule fared. */
  public void explain(boolean wanted) {
    explain = wanted;
  }

  boolean explain() {
    return explain;
  }

  /** Whether the answer is to tell all reasons, and not only the first. */
  public void details(boolean wanted) {
    details = wanted;
  }

  boolean details() {
    return details;
  }

  /** How many attribute values all parts hold, those of the defaults included. */
  int values() {
    return subjectValues + actionValues + resourceValues + contextValues + actorValues;
  }

  /**
   * Takes what is missing from the defaults of the batch. A part that is here replaces the whole of
   * the default: there is no merge (AuthZEN 1.0 §7.1).
   */
  void complete(Question defaults) {
    if (subject == null && subjectToken == null) {
      subject = defaults.subject;
      subjectToken = defaults.subjectToken;
      subjectValues = defaults.subjectValues;
    }
    if (action == null) {
      action = defaults.action;
      actionValues = defaults.actionValues;
    }
    if (resource == null) {
      resource = defaults.resource;
      resourceValues = defaults.resourceValues;
    }
    if (context == null) {
      context = defaults.context;
      contextValues = defaults.contextValues;
    }
    if (actor == null) {
      actor = defaults.actor;
      actorValues = defaults.actorValues;
    }
    explain |= defaults.explain;
    details |= defaults.details;
  }

  /**
   * Makes sure that no part is missing, and that all keep the limits together.
   *
   * @param callerHasSubject whether the caller's own token names the subject where nothing else
   *     does
   * @throws InvalidRequestException where that is not so
   */
  public void check(boolean callerHasSubject, Limits limits) {
    AttributeBounds.checkValues(values(), limits);
    if (subjectToken == null && !callerHasSubject) {
      present(subject, "subject");
    }
    present(action, "action");
    present(resource, "resource");
  }

  /** The token that stands for the subject, not yet verified. */
  public @Nullable String subjectToken() {
    return subjectToken;
  }

  /** What it says of its subject, where no token stands for it. */
  public SubjectClaim claim() {
    return subject == null ? OF_THE_CALL : new SubjectClaim.Asserted(subject);
  }

  /**
   * What the caller would have to be allowed for this question, in a sentence that names the right
   * and no value; absent where it is allowed.
   */
  Optional<String> missingRight(CallerRights rights) {
    CallRight call = explain ? CallRight.EXPLAIN : CallRight.EVALUATE;
    if (!rights.mayCall(call)) {
      return Optional.of("this caller may not make this call (`may-call: " + call.word() + "`)");
    }
    if (resource != null && !rights.mayAskAboutType(resource.type())) {
      return Optional.of(
          "this caller may not ask about this resource type (`may-ask-about: resource-types`)");
    }
    if (action != null && !rights.mayAskAboutAction(action.name())) {
      return Optional.of("this caller may not ask about this action (`may-ask-about: actions`)");
    }
    boolean ofResource = resource != null && !resource.attributes().isEmpty();
    boolean ofAction = action != null && !action.attributes().isEmpty();
    boolean ofContext = context != null && !context.isEmpty();
    if (ofResource && !rights.mayAssert(Part.RESOURCE)) {
      return Optional.of(unasserted("resource"));
    }
    if (ofAction && !rights.mayAssert(Part.ACTION)) {
      return Optional.of(unasserted("action"));
    }
    return ofContext && !rights.mayAssert(Part.CONTEXT)
        ? Optional.of(unasserted("context"))
        : Optional.empty();
  }

  private static String unasserted(String part) {
    return "this caller may not assert properties of the " + part + " (`may-assert: " + part + "`)";
  }

  Optional<Entity> actor() {
    return Optional.ofNullable(actor);
  }

  /**
   * The request of a settled subject.
   *
   * @param settledActor who acts for it, as far as somebody vouches for that
   * @param entitlement what the caller's rights and those who vouch let its attributes do
   */
  AccessRequest request(
      Entity settledSubject, Optional<Entity> settledActor, Instant now, Entitlement entitlement) {
    return new AccessRequest(
        settledSubject,
        present(action, "action"),
        present(resource, "resource"),
        context == null ? Attributes.NONE : context,
        settledActor,
        now,
        entitlement);
  }

  /**
   * The request of the subject that it names: for tools, where nobody else asks.
   *
   * @throws InvalidRequestException where a part is missing, or there are too many values
   */
  public AccessRequest request(Instant now, Limits limits) {
    check(/* callerHasSubject= */ false, limits);
    return request(present(subject, "subject"), actor(), now, Entitlement.FULL);
  }

  private static <T> T present(@Nullable T part, String name) {
    if (part == null) {
      throw new InvalidRequestException("`" + name + "` is missing");
    }
    return part;
  }
}
