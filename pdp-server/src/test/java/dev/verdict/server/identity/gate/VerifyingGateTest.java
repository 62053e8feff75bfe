package dev.verdict.server.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.configuration.CallerName.Kind;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.identity.token.TokenForge;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyingGateTest {

  private static final Entity ALICE = new Entity("user", "alice");
  private static final Entity BOB = new Entity("user", "bob");
  private static final Entity ROBOT = new Entity("agent", "robot");
  private static final Entity OTHER_ROBOT = new Entity("agent", "other");
  private static final String CLIENT_CREDENTIALS = "\"client-credentials\"";
  private static final Optional<Entity> NOBODY = Optional.empty();
  private static final SubjectClaim OF_THE_CALL = new SubjectClaim.OfTheCall();

  @TempDir Path folder;

  private GateUnderTest gate;

  @BeforeEach
  void openTheGate() {
    gate =
        GateUnderTest.knowing(
            folder,
            Map.of(
                new CallerName(TokenForge.ISSUER, Kind.CLIENT, "gateway"),
                CallerRights.ALL,
                new CallerName(TokenForge.ISSUER, Kind.CLIENT, "front"),
                new CallerRights(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    true,
                    Set.of(CallRight.EVALUATE))));
  }

  @Test
  void aCallWithoutATokenIsRefused() {
    assertThat(gate.gate.authenticate(Optional.empty()).value())
        .isEqualTo(new Authentication.Rejected("this call needs a bearer token"));
    assertThat(gate.faults).containsExactly(TokenFault.MISSING);
  }

  @Test
  void anEmptyTokenIsRefused() {
    assertThat(gate.authenticate(""))
        .isEqualTo(new Authentication.Rejected("the bearer token is not accepted"));
  }

  @Test
  void withoutAClaimTheHolderOfTheTokenIsMeant() {
    assertThat(identify(alice(), OF_THE_CALL, NOBODY)).isEqualTo(identified(ALICE, NOBODY));
  }

  @Test
  void aTokensActorIsNeverDropped() {
    Caller caller = gate.caller(delegated());

    assertThat(identify(caller, OF_THE_CALL, NOBODY))
        .isEqualTo(identified(ALICE, Optional.of(ROBOT)));
    assertThat(identify(caller, new SubjectClaim.Asserted(ALICE), NOBODY))
        .isEqualTo(identified(ALICE, Optional.of(ROBOT)));
    assertThat(identify(gateway(), delegated(), NOBODY))
        .isEqualTo(identified(ALICE, Optional.of(ROBOT)));
  }

  @Test
  void anyCallerMayAskForItself() {
    String token = TokenForge.good().claim("roles", "[\"clerk\"]").sign();
    Caller caller = gate.caller(token);

    Identification identification = identify(caller, new SubjectClaim.Asserted(ALICE), NOBODY);

    assertThat(identification).isEqualTo(identified(caller.subject().orElseThrow(), NOBODY));
    assertThat(caller.subject().orElseThrow().attributes().names()).containsExactly("roles");
  }

  @Test
  void aCallerThatIsNotTrustedMayNotAskForAnother() {
    assertForbidden(identify(alice(), new SubjectClaim.Asserted(BOB), NOBODY), "its own subject");
    assertForbidden(
        identify(alice(), new SubjectClaim.Asserted(new Entity("client", "alice")), NOBODY),
        "its own subject");
  }

  @Test
  void aCallerThatIsNotTrustedMayNotAssertPropertiesOfItself() {
    var admin = new Entity("user", "alice", attribute("roles", "admin"));

    assertForbidden(identify(alice(), new SubjectClaim.Asserted(admin), NOBODY), "properties");
  }

  @Test
  void aCallerThatIsNotTrustedMayNotAssertAnActor() {
    assertForbidden(identify(alice(), OF_THE_CALL, Optional.of(ROBOT)), "actor");
    assertForbidden(
        identify(alice(), new SubjectClaim.Asserted(ALICE), Optional.of(ROBOT)), "actor");
    assertForbidden(identify(alice(), delegated(), Optional.of(ROBOT)), "actor");
  }

  @Test
  void aTrustedCallerMayAssertSubjectsPropertiesAndActors() {
    var bob = new Entity("user", "bob", attribute("department", "sales"));

    assertThat(identify(gateway(), new SubjectClaim.Asserted(bob), Optional.of(ROBOT)))
        .isEqualTo(new Identification.Identified(bob, Optional.of(ROBOT), Vouchers.CALLER_ALONE));
  }

  @Test
  void anyCallerMayPresentASubjectsToken() {
    String bob = TokenForge.good().claim("sub", "\"bob\"").sign();

    assertThat(identify(alice(), bob, NOBODY)).isEqualTo(identified(BOB, NOBODY));
  }

  @Test
  void whoActsInTheCallActsForTheSubjectWhoseTokenItPasses() {
    Caller acting = gate.caller(delegated());
    String bob = TokenForge.good().claim("sub", "\"bob\"").sign();
    String bobByAnother =
        TokenForge.good().claim("sub", "\"bob\"").claim("act", "{\"sub\":\"other\"}").sign();

    assertThat(identify(acting, bob, NOBODY)).isEqualTo(identified(BOB, Optional.of(ROBOT)));
    assertForbidden(identify(acting, bobByAnother, NOBODY), "another actor");
  }

  @Test
  void aSubjectTokenForAnotherAudienceIsRefusedEvenFromATrustedCaller() {
    String elsewhere = TokenForge.good().claim("aud", "\"https://other.example.com\"").sign();

    assertThat(identify(gateway(), elsewhere, NOBODY))
        .isInstanceOf(Identification.Unauthenticated.class);
  }

  @Test
  void evenATrustedCallerMayNotReplaceTheActorOfAToken() {
    assertForbidden(identify(gateway(), delegated(), Optional.of(OTHER_ROBOT)), "not the one");
    assertForbidden(
        identify(gateway(), delegated(), Optional.of(new Entity("service", "robot"))),
        "not the one");
    assertThat(identify(gateway(), delegated(), Optional.of(ROBOT)))
        .isEqualTo(
            new Identification.Identified(
                ALICE, Optional.of(ROBOT), Vouchers.TOKEN_FOR_THE_SUBJECT));
  }

  @Test
  void aUserWithTheIdOfATrustedServiceIsNotThatService() {
    String markless =
        TokenForge.good()
            .claim("sub", "\"gateway\"")
            .claim("client_id", "\"gateway\"")
            .claim("azp", "\"gateway\"")
            .sign();
    String ofAnotherClient =
        TokenForge.good().claim("sub", "\"gateway\"").claim("gty", CLIENT_CREDENTIALS).sign();

    assertThat(gateway().rights()).isEqualTo(CallerRights.ALL);
    assertThat(gate.caller(markless).rights()).isEqualTo(CallerRights.LEAST);
    assertThat(gate.caller(markless).subject().orElseThrow().type()).isEqualTo("user");
    assertThat(gate.caller(ofAnotherClient).rights()).isEqualTo(CallerRights.LEAST);
    for (String ofUser : List.of("auth_time", "amr", "acr", "nonce")) {
      assertThat(gate.caller(gatewayToken().claim(ofUser, "\"x\"").sign()).rights())
          .isEqualTo(CallerRights.LEAST);
    }
  }

  @Test
  void aTrustedServiceThatSomeoneActsForIsNotTrusted() {
    String token =
        TokenForge.good()
            .claim("sub", "\"gateway\"")
            .claim("client_id", "\"gateway\"")
            .claim("act", "{\"sub\":\"robot\"}")
            .sign();

    assertThat(gate.caller(token).rights().mayAssert(Part.SUBJECT)).isFalse();
  }

  @Test
  void aCallerThatHasToPassTheSubjectsTokenSpeaksForNobodyElse() {
    Caller front = gate.caller(clientToken("front").sign());

    assertForbidden(identify(front, OF_THE_CALL, NOBODY), "must-pass-subject-token");
    assertForbidden(
        identify(front, new SubjectClaim.Asserted(new Entity("client", "front")), NOBODY),
        "must-pass-subject-token");
    assertThat(identify(front, TokenForge.good().sign(), NOBODY))
        .isEqualTo(identified(ALICE, NOBODY));
  }

  @Test
  void aCallerThatDidNotComeFromHereIsNotAuthenticated() {
    var nobody = new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL);

    assertThat(identify(nobody, new SubjectClaim.Asserted(ALICE), NOBODY))
        .isInstanceOf(Identification.Unauthenticated.class);
  }

  private Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
    return gate.gate.identify(caller, claim, actor);
  }

  private Identification identify(Caller caller, String token, Optional<Entity> actor) {
    return gate.identify(caller, token, actor);
  }

  private Caller alice() {
    return gate.caller(TokenForge.good().sign());
  }

  private Caller gateway() {
    return gate.caller(gatewayToken().sign());
  }

  private static TokenForge gatewayToken() {
    return clientToken("gateway");
  }

  private static TokenForge clientToken(String id) {
    return TokenForge.good()
        .claim("sub", "\"" + id + "\"")
        .claim("client_id", "\"" + id + "\"")
        .claim("gty", CLIENT_CREDENTIALS);
  }

  private static String delegated() {
    return TokenForge.good().claim("act", "{\"sub\":\"robot\"}").sign();
  }

  private static Identification identified(Entity subject, Optional<Entity> actor) {
    return new Identification.Identified(subject, actor, Vouchers.TOKEN_FOR_WHO_ASKS);
  }

  private static void assertForbidden(Identification identification, String message) {
    assertThat(identification).isInstanceOf(Identification.Forbidden.class);
    assertThat(((Identification.Forbidden) identification).message()).contains(message);
  }

  private static Attributes attribute(String name, String text) {
    Attributes.Builder attributes = Attributes.builder();
    attributes.add(name, new Value.Text(text));
    return attributes.build();
  }
}
