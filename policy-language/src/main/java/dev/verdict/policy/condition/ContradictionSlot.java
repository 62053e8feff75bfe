package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whether a request says something else of an attribute than is stored: a boolean. */
final class ContradictionSlot extends Slot {

  private final Predicate<AccessRequest> contradicts;
  private final Function<AccessRequest, Optional<AttributePath>> open;

  /**
   * @param open the attribute, where it is stored and does not come with the request
   */
  ContradictionSlot(
      Predicate<AccessRequest> contradicts, Function<AccessRequest, Optional<AttributePath>> open) {
    super("contradiction");
    this.contradicts = contradicts;
    this.open = open;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    return contradicts.test(request);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return open.apply(request);
  }
}
