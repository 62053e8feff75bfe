package dev.verdict.policy.condition;

import dev.verdict.policy.request.AccessRequest;

/** What every request has, without a declaration. */
final class BuiltInSlot extends Slot {

  private final BuiltIn builtIn;

  BuiltInSlot(BuiltIn builtIn) {
    super(builtIn.name());
    this.builtIn = builtIn;
  }

  @Override
  Object read(AccessRequest request) {
    return builtIn.read(request);
  }
}
