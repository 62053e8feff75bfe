package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;

/** What every request has, without a declaration. */
final class BuiltInSlot extends Slot {

  private final BuiltIn builtIn;

  BuiltInSlot(BuiltIn builtIn) {
    super(builtIn.name());
    this.builtIn = builtIn;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    return builtIn.read(request);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.empty();
  }
}
