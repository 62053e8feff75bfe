package dev.verdict.client;

import java.util.Optional;

/** One question: may this subject do this action on this resource, under these circumstances? */
public final class AccessRequest {

  private final Subject subject;
  private final Action action;
  private final Resource resource;
  private final Properties context;
  private final Optional<Actor> actor;
  private final boolean maskingFields;
  private final boolean askingForDetails;

  private AccessRequest(
      Subject subject,
      Action action,
      Resource resource,
      Properties context,
      Optional<Actor> actor,
      boolean maskingFields,
      boolean askingForDetails) {
    this.subject = subject;
    this.action = action;
    this.resource = resource;
    this.context = context;
    this.actor = actor;
    this.maskingFields = maskingFields;
    this.askingForDetails = askingForDetails;
  }

  public static AccessRequest of(Subject subject, String action, Resource resource) {
    return of(subject, Action.of(action), resource);
  }

  public static AccessRequest of(Subject subject, Action action, Resource resource) {
    return new AccessRequest(
        subject, action, resource, Properties.NONE, Optional.empty(), false, false);
  }

  /**
   * The same question with one more circumstance. The time is not one: the PDP reads its own clock.
   *
   * @param value a string, boolean, number, enum, UUID, date, time or duration, or a collection,
   *     array or map of those; an empty {@code Optional} leaves the property out
   * @throws IllegalArgumentException for anything else
   */
  public AccessRequest withContext(String name, Object value) {
    return new AccessRequest(
        subject,
        action,
        resource,
        context.with(name, value),
        actor,
        maskingFields,
        askingForDetails);
  }

  /** The same question where someone acts on the subject's behalf. */
  public AccessRequest withActor(Actor acting) {
    return new AccessRequest(
        subject, action, resource, context, Optional.of(acting), maskingFields, askingForDetails);
  }

  /**
   * Promises that whoever asks reads {@link Decision#fields} and shows no property that they do not
   * cover. Without this promise a permit that covers some properties only is answered as a deny
   * with the reason {@code fields_not_handled}. {@link PdpClient#isAllowed} has no way to tell of
   * fields, so there it refuses all the same. For reading; an action that changes the resource
   * states what it changes, see {@link Action#changing}.
   */
  public AccessRequest maskingFields() {
    return new AccessRequest(subject, action, resource, context, actor, true, askingForDetails);
  }

  /**
   * Asks for all reasons, and not only the first: {@link Decision#otherReasons}. For answers that a
   * person reads who wants to know all that stands in the way.
   */
  public AccessRequest withDetails() {
    return new AccessRequest(subject, action, resource, context, actor, maskingFields, true);
  }

  public Subject subject() {
    return subject;
  }

  public Action action() {
    return action;
  }

  public Resource resource() {
    return resource;
  }

  public Optional<Actor> actor() {
    return actor;
  }

  Properties context() {
    return context;
  }

  boolean isMaskingFields() {
    return maskingFields;
  }

  boolean isAskingForDetails() {
    return askingForDetails;
  }

  /** Names and ids; no property's value. */
  @Override
  public String toString() {
    return subject + " " + action + " " + resource;
  }
}
