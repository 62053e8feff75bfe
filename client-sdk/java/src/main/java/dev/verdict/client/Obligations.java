package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who does which obligation. A permit stands only where each of its obligations is done or handed
 * over to someone who will do it; this is the one place that says so.
 *
 * @param handlers by the id of the obligation that they do
 * @param handedOver ids of those that the caller does
 */
record Obligations(Map<String, ObligationHandler> handlers, Set<String> handedOver) {

  Obligations {
    handlers = Map.copyOf(handlers);
    handedOver = Set.copyOf(handedOver);
  }

  /** The deny that stands for a permit with an obligation that nobody would do. */
  Optional<Decision> refusal(Decision permit, Audience audience) {
    for (Obligation obligation : permit.obligations()) {
      if (!isHandled(obligation, audience)) {
        return Optional.of(notHandled(obligation, permit));
      }
    }
    return Optional.empty();
  }

  /** Does what has a handler. */
  Decision fulfil(AccessRequest request, Decision decision) {
    for (Obligation obligation : decision.obligations()) {
      fulfil(obligation, request, decision);
    }
    return decision.withObligations(left(decision));
  }

  private boolean isHandled(Obligation obligation, Audience audience) {
    return handlers.containsKey(obligation.id())
        || (audience == Audience.SEES_DECISION && handedOver.contains(obligation.id()));
  }

  private void fulfil(Obligation obligation, AccessRequest request, Decision decision) {
    ObligationHandler handler = handlers.get(obligation.id());
    if (handler == null) {
      return;
    }
    try {
      handler.fulfil(obligation, request, decision);
    } catch (RuntimeException failure) {
      throw new PdpException(
          Kind.OBLIGATION_FAILED,
          "the handler of the obligation `" + obligation.id() + "` failed",
          failure);
    }
  }

  private List<Obligation> left(Decision decision) {
    return decision.obligations().stream()
        .filter(obligation -> !handlers.containsKey(obligation.id()))
        .toList();
  }

  private static Decision notHandled(Obligation obligation, Decision decision) {
    String message =
        "permitted only with the obligation `"
            + obligation.id()
            + "`, which this client does not handle";
    return decision.refused("obligation_not_handled", message);
  }
}
