package dev.verdict.server.door.question;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectToken;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call that stand for subjects: each is verified once, and there are not many.
 * Belongs to one thread at a time.
 */
final class SubjectTokens {

  /** Most different ones of one call. */
  static final int MAX = 16;

  private final IdentityGate gate;
  private final Deadline deadline;
  private final Map<String, Eventual<SubjectToken>> verified = new HashMap<>();

  SubjectTokens(IdentityGate gate, Deadline deadline) {
    this.gate = gate;
    this.deadline = deadline;
  }

  /**
   * What becomes of a token. One that is not known yet must have come before another is asked for.
   *
   * @throws InvalidRequestException where it is one too many
   */
  Eventual<SubjectToken> verify(String token) {
    @Nullable Eventual<SubjectToken> known = verified.get(token);
    if (known != null) {
      return known;
    }
    if (verified.size() == MAX) {
      throw new InvalidRequestException(
          "the items hold more than " + MAX + " different subject tokens");
    }
    Eventual<SubjectToken> outcome = deadline.keep(gate.verify(token));
    verified.put(token, outcome);
    return outcome;
  }
}
