package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What the tenant guard says of a request.
 *
 * @param objection why it may not go on to the rules; absent where it may
 * @param grant which lets it pass; absent where it needs none
 * @param unknown what has to be learned before the objection is certain; absent where it is
 */
record Passage(Optional<Reason> objection, Optional<Grant> grant, Optional<Unknown> unknown) {

  /** Within one tenant, or where tenants do not matter. */
  static final Passage FREE = new Passage(Optional.empty(), Optional.empty(), Optional.empty());

  static Passage refused(Reason reason) {
    return new Passage(Optional.of(reason), Optional.empty(), Optional.empty());
  }

  static Passage by(Grant grant) {
    return new Passage(Optional.empty(), Optional.of(grant), Optional.empty());
  }

  /** The same refusal, which is not certain where that is unknown which it rests on. */
  Passage restingOn(Object value) {
    return value instanceof Unknown missing
        ? new Passage(objection, grant, Optional.of(missing))
        : this;
  }

  /** The decision of a request that passed, with the grant that it took. */
  Decision named(Decision decision) {
    return grant.isEmpty() ? decision : decision.withGrants(List.of(grant.get().id()));
  }
}
