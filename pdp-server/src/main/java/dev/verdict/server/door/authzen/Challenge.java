package dev.verdict.server.door.authzen;

import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.transport.Answer;
import java.util.Map;

/** Refusals of whole calls; status 401 comes with a challenge (RFC 6750 §3). */
final class Challenge {

  private static final String SCHEME = "Bearer realm=\"verdict\"";

  private Challenge() {}

  static Answer answer(Refusal refusal) {
    return answer(refusal, false);
  }

  /**
   * @param tokenSent whether the call's own token is what was not accepted
   */
  static Answer answer(Refusal refusal, boolean tokenSent) {
    if (refusal.kind() != RefusalKind.UNAUTHENTICATED) {
      return Answer.of(refusal);
    }
    String challenge = tokenSent ? SCHEME + ", error=\"invalid_token\"" : SCHEME;
    return Answer.of(refusal, Map.of("www-authenticate", challenge));
  }
}
