package dev.verdict.server.identity.gate;

import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.identity.token.TokenOutcome;
import dev.verdict.server.identity.token.Tokens;
import dev.verdict.server.identity.token.VerifiedToken;
import dev.verdict.server.rights.CallerRights;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Believes what a verified token says, and beyond that only callers that are trusted to assert.
 * Every fault of a token gets the same answer: an attacker must not learn which check it failed.
 */
final class VerifyingGate implements IdentityGate {

  static final String NO_TOKEN = "this call needs a bearer token";
  static final String BAD_TOKEN = "the bearer token is not accepted";
  static final String OVERLOADED = "too many tokens wait to be verified; try again";
  static final String BAD_SUBJECT_TOKEN = "the subject's token is not accepted";
  static final String NOT_AUTHENTICATED = "the caller is not authenticated";
  static final String FOREIGN_SUBJECT =
      "this caller may only ask for its own subject (`may-assert: subject`); leave `subject` out, or"
          + " pass the subject's token";
  static final String ASSERTED_PROPERTIES =
      "this caller may not assert properties of its subject (`may-assert: subject`); its token says"
          + " what is known";
  static final String ASSERTED_ACTOR = "this caller may not assert an actor (`may-assert: actor`)";
  static final String NO_SUBJECT_TOKEN =
      "this caller has to pass the subject's token (`must-pass-subject-token`)";
  static final String OTHER_ACTOR = "the actor is not the one that the subject's token names";
  static final String TWO_ACTORS =
      "the subject's token names another actor than the token of the call";

  private static final Eventual<Authentication> NOT_SENT =
      Eventual.of(new Authentication.Rejected(NO_TOKEN));

  private final Tokens tokens;
  private final Map<CallerName, CallerRights> callers;
  private final CallerRights others;
  private final Consumer<TokenFault> faults;
  private final Credential asCredential = new Credential();
  private final Subject asSubject = new Subject();

  VerifyingGate(
      Tokens tokens,
      Map<CallerName, CallerRights> callers,
      CallerRights others,
      Consumer<TokenFault> faults) {
    this.tokens = tokens;
    this.callers = Map.copyOf(callers);
    this.others = others;
    this.faults = faults;
  }

  @Override
  public Eventual<Authentication> authenticate(Optional<String> bearerToken) {
    if (bearerToken.isEmpty()) {
      faults.accept(TokenFault.MISSING);
      return NOT_SENT;
    }
    return tokens.verify(bearerToken.get()).map(this::authentication);
  }

  @Override
  public Eventual<SubjectToken> verify(String token) {
    return tokens.verify(token).map(this::subjectToken);
  }

  @Override
  public Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
    if (caller.subject().isEmpty()) {
      return new Identification.Unauthenticated(NOT_AUTHENTICATED);
    }
    if (actor.isPresent() && !caller.rights().mayAssert(Part.ACTOR)) {
      return new Identification.Forbidden(ASSERTED_ACTOR);
    }
    return claim.accept(new Settling(caller, caller.subject().get(), actor));
  }

  /** Settles the subject for a caller whose token names one of its own. */
  private static final class Settling implements SubjectClaim.Visitor<Identification> {

    private final Caller caller;
    private final Entity own;
    private final Optional<Entity> actor;

    Settling(Caller caller, Entity own, Optional<Entity> actor) {
      this.caller = caller;
      this.own = own;
      this.actor = actor;
    }

    @Override
    public Identification token(SubjectClaim.Token claim) {
      return ofSubjectToken(caller, claim.token(), actor);
    }

    @Override
    public Identification asserted(SubjectClaim.Asserted claim) {
      if (caller.rights().passesSubjectToken()) {
        return new Identification.Forbidden(NO_SUBJECT_TOKEN);
      }
      return VerifyingGate.asserted(caller, own, claim.subject(), actor);
    }

    @Override
    public Identification ofTheCall(SubjectClaim.OfTheCall claim) {
      if (caller.rights().passesSubjectToken()) {
        return new Identification.Forbidden(NO_SUBJECT_TOKEN);
      }
      return ofToken(own, caller.actor(), actor);
    }
  }

  private static Identification asserted(
      Caller caller, Entity own, Entity subject, Optional<Entity> actor) {
    if (caller.rights().mayAssert(Part.SUBJECT)) {
      return identified(subject, caller.actor(), actor, Vouchers.CALLER_ALONE);
    }
    if (!isSame(own, subject)) {
      return new Identification.Forbidden(FOREIGN_SUBJECT);
    }
    if (!subject.attributes().isEmpty()) {
      return new Identification.Forbidden(ASSERTED_PROPERTIES);
    }
    return ofToken(own, caller.actor(), actor);
  }

  /** Whoever acts in the call acts for the subject that the call passes the token of, too. */
  private static Identification ofSubjectToken(
      Caller caller, SubjectToken.Accepted token, Optional<Entity> asserted) {
    Optional<Entity> ofCall = caller.actor();
    Optional<Entity> ofToken = token.actor();
    if (ofCall.isPresent() && ofToken.isPresent() && !isSame(ofCall.get(), ofToken.get())) {
      return new Identification.Forbidden(TWO_ACTORS);
    }
    return ofToken(token.subject(), ofToken.or(() -> ofCall), asserted);
  }

  private static Identification ofToken(
      Entity subject, Optional<Entity> verified, Optional<Entity> asserted) {
    return identified(
        subject,
        verified,
        asserted,
        asserted.isEmpty() ? Vouchers.TOKEN_FOR_WHO_ASKS : Vouchers.TOKEN_FOR_THE_SUBJECT);
  }

  /** An actor can only narrow a decision, so one that a token names is never lost. */
  private static Identification identified(
      Entity subject, Optional<Entity> verified, Optional<Entity> asserted, Vouchers vouchers) {
    if (verified.isPresent() && asserted.isPresent() && !isSame(verified.get(), asserted.get())) {
      return new Identification.Forbidden(OTHER_ACTOR);
    }
    return new Identification.Identified(subject, asserted.or(() -> verified), vouchers);
  }

  private static boolean isSame(Entity one, Entity other) {
    return one.type().equals(other.type()) && one.id().equals(other.id());
  }

  /** A caller that someone acts for is not trusted to speak for others. */
  private Caller caller(VerifiedToken token) {
    CallerRights rights = callers.getOrDefault(token.holder(), others);
    return new Caller(
        Optional.of(token.subject()),
        token.actor(),
        token.actor().isEmpty() ? rights : rights.whileActedFor());
  }

  private Authentication authentication(TokenOutcome outcome) {
    return outcome.accept(asCredential);
  }

  private SubjectToken subjectToken(TokenOutcome outcome) {
    return outcome.accept(asSubject);
  }

  /** What a token is worth as the credential of a call. */
  private final class Credential implements TokenOutcome.Visitor<Authentication> {

    @Override
    public Authentication accepted(VerifiedToken token) {
      return new Authentication.Authenticated(caller(token));
    }

    @Override
    public Authentication refused(TokenFault fault) {
      faults.accept(fault);
      return new Authentication.Rejected(BAD_TOKEN);
    }

    @Override
    public Authentication overloaded() {
      return new Authentication.Overloaded(OVERLOADED);
    }
  }

  /** What a token is worth in place of a subject. */
  private final class Subject implements TokenOutcome.Visitor<SubjectToken> {

    @Override
    public SubjectToken accepted(VerifiedToken token) {
      return new SubjectToken.Accepted(token.subject(), token.actor());
    }

    @Override
    public SubjectToken refused(TokenFault fault) {
      faults.accept(fault);
      return new SubjectToken.Rejected(BAD_SUBJECT_TOKEN);
    }

    @Override
    public SubjectToken overloaded() {
      return new SubjectToken.Overloaded(OVERLOADED);
    }
  }
}
