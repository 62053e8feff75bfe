package dev.verdict.server.door.grpc;

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
 * Knows the tokens {@code good} (may assert), {@code plain} (may not) and {@code alice-token}; a
 * call without a token may assert.
 */
final class FakeIdentityGate implements IdentityGate {

  final List<Optional<String>> authenticated = new CopyOnWriteArrayList<>();

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
      case "good" -> caller(true);
      case "plain" -> caller(false);
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
    return new Identification.Unauthenticated("the subject cannot be told");
  }

  private static Authentication caller(boolean mayAssert) {
    return new Authentication.Authenticated(
        new Caller(
            Optional.empty(), Optional.empty(), mayAssert ? CallerRights.ALL : CallerRights.LEAST));
  }
}
