package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.IdentityGates;
import dev.verdict.server.json.JsonReader;
import java.time.Instant;
import java.util.Optional;

/** One request of AuthZEN JSON, for tools: read as the HTTP door reads it, whoever sent it. */
public final class AuthzenRequest {

  private AuthzenRequest() {}

  /**
   * Reads the body of an evaluation (AuthZEN 1.0 §6.1).
   *
   * @throws InvalidRequestException where the door would answer with status 400
   */
  public static AccessRequest read(byte[] body, Instant now) {
    IdentityGate gate = IdentityGates.openDevelopment();
    Caller anyone = ((Authentication.Authenticated) gate.authenticate(Optional.empty())).caller();
    RequestParts parts =
        AccessRequestReader.read(
            JsonReader.read(body, Limits.STANDARD).attributes(), Limits.STANDARD);
    Admission admission = new RequestAdmission(gate, Limits.STANDARD).admit(anyone, parts, now);
    if (admission instanceof Admission.Admitted admitted) {
      return admitted.ask().request();
    }
    throw new InvalidRequestException(((Admission.Refused) admission).fault().message());
  }
}
