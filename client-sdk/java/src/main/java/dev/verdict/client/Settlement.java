package dev.verdict.client;

import java.util.List;
import java.util.Optional;

/**
 * Turns the answer of the PDP into that of the client. A permit stands only where all that it asks
 * for is done or promised; nothing is done for one that does not stand.
 */
record Settlement(Obligations obligations) {

  Decision settle(AccessRequest request, Decision decision, Audience audience) {
    if (decision.permitted()) {
      Optional<Decision> refusal =
          refusalForFields(request, decision, audience)
              .or(() -> obligations.refusal(decision, audience));
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    return obligations.fulfil(request, decision);
  }

  private static Optional<Decision> refusalForFields(
      AccessRequest request, Decision permit, Audience audience) {
    if (permit.fields().isAll()) {
      return Optional.empty();
    }
    List<String> changed = request.action().changed();
    if (!changed.isEmpty()) {
      return changed.stream()
          .filter(property -> !permit.fields().covers(property))
          .findFirst()
          .map(property -> permit.refused("fields_not_granted", notGranted(property)));
    }
    return audience == Audience.SEES_DECISION && request.isMaskingFields()
        ? Optional.empty()
        : Optional.of(permit.refused("fields_not_handled", notHandled()));
  }

  private static String notGranted(String property) {
    return "the permit does not cover the property `" + property + "`, which the action changes";
  }

  private static String notHandled() {
    return "permitted for some properties only, and the request neither promises to mask the others"
        + " (`maskingFields()`) nor states what it changes (`changing(..)`)";
  }
}
