package dev.verdict.server.identity.gate;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.rights.CallerRights;
import java.util.Optional;

/**
 * Believes every caller. For one developer's machine: the configuration keeps it on loopback.
 *
 * <p>It verifies no tokens, so it refuses them: one that was ignored could hide a subject who would
 * have been denied.
 */
final class OpenDevelopmentGate implements IdentityGate {

  static final String NO_TOKENS =
      "this server runs in open development mode and verifies no tokens; name a `subject` instead";
  static final String NO_SUBJECT =
      "this server runs in open development mode and cannot tell who asks; name a `subject`";

  private static final Eventual<Authentication> AUTHENTICATED =
      Eventual.of(
          new Authentication.Authenticated(
              new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL)));

  private static final Eventual<Authentication> REFUSED =
      Eventual.of(new Authentication.Rejected(NO_TOKENS));

  @Override
  public Eventual<Authentication> authenticate(Optional<String> bearerToken) {
    return bearerToken.isPresent() ? REFUSED : AUTHENTICATED;
  }

  @Override
  public Eventual<SubjectToken> verify(String token) {
    return Eventual.of(new SubjectToken.Rejected(NO_TOKENS));
  }

  @Override
  public Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
    return claim.accept(new Settling(actor));
  }

  private record Settling(Optional<Entity> actor) implements SubjectClaim.Visitor<Identification> {

    @Override
    public Identification asserted(SubjectClaim.Asserted claim) {
      return new Identification.Identified(claim.subject(), actor, Vouchers.CALLER_ALONE);
    }

    @Override
    public Identification token(SubjectClaim.Token claim) {
      return new Identification.Unauthenticated(NO_TOKENS);
    }

    @Override
    public Identification ofTheCall(SubjectClaim.OfTheCall claim) {
      return new Identification.Unauthenticated(NO_SUBJECT);
    }
  }
}
