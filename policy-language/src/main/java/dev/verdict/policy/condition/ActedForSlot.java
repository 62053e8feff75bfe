package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;

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
  Object read(AccessRequest request, WorkMeter meter) {
    return Absent.ABSENT;
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.empty();
  }

  @Override
  Optional<RequestAttribute> ignored(AccessRequest request) {
    return ofSubject.ignored(request);
  }

  @Override
  Object readActing(AccessRequest request, AccessRequest actedFor, WorkMeter meter) {
    return ofSubject.read(actedFor, meter);
  }

  @Override
  Optional<AttributePath> openActing(AccessRequest request, AccessRequest actedFor) {
    return ofSubject.open(actedFor).map(path -> new AttributePath(Root.ACTED_FOR, path.name()));
  }
}
