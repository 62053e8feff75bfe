package dev.verdict.server.decision;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;
import java.util.Set;

/**
 * Tells of asks with properties that the schema does not know, those whose decision is remembered
 * too: so it stands around a cache.
 */
public final class UndeclaredPropertyWatch implements SnapshotDecider {

  private final SnapshotDecider decider;
  private final UndeclaredPropertyListener listener;

  public UndeclaredPropertyWatch(SnapshotDecider decider, UndeclaredPropertyListener listener) {
    this.decider = decider;
    this.listener = listener;
  }

  @Override
  public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
    Set<Part> parts = snapshot.undeclaredParts(ask.request());
    if (!parts.isEmpty()) {
      parts.forEach(part -> listener.undeclared(part, ask.request().resource().type()));
    }
    return decider.decide(ask, snapshot);
  }

  @Override
  public Cacheability cacheability(Ask ask, Snapshot snapshot) {
    return decider.cacheability(ask, snapshot);
  }
}
