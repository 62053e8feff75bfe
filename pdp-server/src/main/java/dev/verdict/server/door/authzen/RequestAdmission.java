package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.authzen.RequestParts.Part;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.transport.Fault;
import java.time.Instant;
import java.util.Optional;

/** Makes an access request of its parts, with the subject that the caller may speak for. */
final class RequestAdmission {

  private final IdentityGate gate;
  private final Limits limits;

  RequestAdmission(IdentityGate gate, Limits limits) {
    this.gate = gate;
    this.limits = limits;
  }

  Admission admit(Caller caller, RequestParts parts, Instant now) {
    int limit = limits.of(Limit.VALUES);
    if (parts.values() > limit) {
      return invalid("the request holds more than " + limit + " values");
    }
    if (parts.subject().isEmpty() && caller.subject().isEmpty()) {
      return invalid("`subject` is missing");
    }
    if (parts.action().isEmpty()) {
      return invalid("`action` is missing");
    }
    if (parts.resource().isEmpty()) {
      return invalid("`resource` is missing");
    }
    Identification identification =
        gate.identify(caller, claim(parts), parts.actor().map(Part::content));
    if (identification instanceof Identification.Identified identified) {
      return new Admission.Admitted(ask(caller, parts, identified, now));
    }
    return new Admission.Refused(fault(identification));
  }

  /** The token's subject is meant where the request names none. */
  private static SubjectClaim claim(RequestParts parts) {
    Optional<Part<Entity>> subject = parts.subject();
    return subject.isPresent()
        ? new SubjectClaim.Asserted(subject.get().content())
        : new SubjectClaim.OfTheCall();
  }

  private static Ask ask(
      Caller caller, RequestParts parts, Identification.Identified identified, Instant now) {
    var request =
        new AccessRequest(
            identified.subject(),
            parts.action().orElseThrow().content(),
            parts.resource().orElseThrow().content(),
            parts.context().map(Part::content).orElse(Attributes.NONE),
            identified.actor(),
            now);
    return new Ask(request, caller, Door.HTTP, Optional.empty(), identified.vouchers());
  }

  private static Fault fault(Identification identification) {
    return identification instanceof Identification.Forbidden forbidden
        ? new Fault(Fault.Kind.FORBIDDEN, forbidden.message())
        : new Fault(
            Fault.Kind.UNAUTHENTICATED,
            ((Identification.Unauthenticated) identification).message());
  }

  private static Admission invalid(String message) {
    return new Admission.Refused(Fault.invalid(message));
  }
}
