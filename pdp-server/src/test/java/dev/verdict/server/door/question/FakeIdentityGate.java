package dev.verdict.server.door.question;

import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.rights.CallerRights;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A call without a token or with {@code good} may assert, one with {@code plain} may not; {@code
 * alice-token} is Alice and may not either. Any other token is rejected.
 */
public final class FakeIdentityGate implements IdentityGate {

  public final List<Optional<String>> authenticated = new CopyOnWriteArrayList<>();

  @Override
  public Eventual<Authentication> authenticate(Optional<String> bearerToken) {
    authenticated.add(bearerToken);
    return Eventual.of(authentication(bearerToken));
  }

  @Override
  public Eventual<SubjectToken> verify(String token) {
    return Eventual.of(
        token.equals("alice-token")
            ? new SubjectToken.Accepted(new Entity("user", "alice"), Optional.empty())
            : new SubjectToken.Rejected("the subject cannot be told"));
  }

  private static Authentication authentication(Optional<String> bearerToken) {
    return switch (bearerToken.orElse("good")) {
      case "good" -> caller(Optional.empty(), true);
      case "plain" -> caller(Optional.empty(), false);
      case "alice-token" -> caller(Optional.of(new Entity("user", "alice")), false);
      default -> new Authentication.Rejected("the token is not accepted");
    };
  }

  @Override
  public Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
    if (claim instanceof SubjectClaim.Asserted asserted) {
      return caller.rights().mayAssert(Part.SUBJECT)
          ? new Identification.Identified(asserted.subject(), actor, Vouchers.CALLER_ALONE)
          : new Identification.Forbidden("this caller may not assert a subject");
    }
    if (claim instanceof SubjectClaim.Token token) {
      return new Identification.Identified(
          token.token().subject(), actor, Vouchers.TOKEN_FOR_THE_SUBJECT);
    }
    return caller
        .subject()
        .<Identification>map(
            subject ->
                new Identification.Identified(subject, actor, Vouchers.TOKEN_FOR_THE_SUBJECT))
        .orElse(new Identification.Unauthenticated("the subject cannot be told"));
  }

  private static Authentication caller(Optional<Entity> subject, boolean mayAssert) {
    return new Authentication.Authenticated(
        new Caller(subject, Optional.empty(), mayAssert ? CallerRights.ALL : CallerRights.LEAST));
  }
}
