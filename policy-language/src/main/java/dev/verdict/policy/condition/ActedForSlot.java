package dev.verdict.policy.condition;

import dev.verdict.policy.request.AccessRequest;

/**
 * Something of the subject that an actor acts for. A request with the actor in the subject's place
 * does not hold it: {@link Frame.Layout#actorFrame} takes it from the other one.
 */
final class ActedForSlot extends Slot {

  private final Slot ofSubject;

  ActedForSlot(String path, Slot ofSubject) {
    super(path);
    this.ofSubject = ofSubject;
  }

  /** Nobody is acted for. */
  @Override
  Object read(AccessRequest request) {
    return Absent.ABSENT;
  }

  Object readActedFor(AccessRequest request) {
    return ofSubject.read(request);
  }
}
