package dev.verdict.server.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.ClaimMapping;
import dev.verdict.server.configuration.ClaimPath;
import dev.verdict.server.configuration.ClientTokens;
import dev.verdict.server.configuration.EntityNaming;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.SignatureAlgorithm;
import dev.verdict.server.configuration.TenantBinding;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.gate.GateUnderTest;
import dev.verdict.server.identity.key.TestKeys;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTokenTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void whatIsHarmlessIsAccepted(String name, UnaryOperator<TokenForge> change) {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);

    assertThat(gate.subject(change.apply(TokenForge.good()).sign()))
        .isEqualTo(new Entity("user", "alice"));
    assertThat(gate.faults).isEmpty();
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        harmless("the good token", t -> t),
        harmless("typ as a media type", t -> t.header("typ", "\"application/at+jwt\"")),
        harmless("typ of upper case", t -> t.header("typ", "\"AT+JWT\"")),
        harmless("a header that is not ours", t -> t.header("x5t", "\"x\"")),
        harmless(
            "a key pointed to that is not used", t -> t.header("jku", "\"https://evil.example\"")),
        harmless(
            "an elliptic curve",
            t -> t.header("kid", "\"curve-1\"").signedBy(TestKeys.CURVE, JWSAlgorithm.ES256)),
        harmless(
            "ours among other audiences",
            t -> t.claim("aud", "[\"a\",\"https://api.example.com\"]")),
        harmless("expired within the allowance", t -> t.at("exp", -29)),
        harmless("iat at the end of the allowance", t -> t.at("iat", 30)),
        harmless("nbf at the end of the allowance", t -> t.at("nbf", 30)),
        harmless("the longest life", t -> t.at("iat", -60).at("exp", 86_340)),
        harmless(
            "a fraction of a second",
            t -> t.claim("exp", TokenForge.NOW.getEpochSecond() + 5 + ".25")),
        harmless("claims that are not ours", t -> t.claim("a", "{\"b\":[1,2.5,true]}")),
        harmless("a claim of null", t -> t.claim("department", "null")),
        harmless("nesting of 15", t -> t.claim("a", "[".repeat(15) + "]".repeat(15))));
  }

  private static Arguments harmless(String name, UnaryOperator<TokenForge> change) {
    return arguments(name, change);
  }

  @Test
  void anIssuerMayUseAnotherTokenType() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.tokenType("JWT"));

    assertThat(gate.subject(TokenForge.good().header("typ", "\"JWT\"").sign()).id())
        .isEqualTo("alice");
    assertThat(gate.authenticate(TokenForge.good().sign()))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @Test
  void aKeyWithoutAlgorithmIsUsedWithTheFirstThatFits() {
    String keys = "{\"keys\":[" + withoutAlgorithm() + "]}";
    Path file = GateUnderTest.keyFile(folder, "open.json", keys);
    var gate =
        new GateUnderTest(
            new IdentityConfiguration(
                List.of(
                    GateUnderTest.issuer(TokenForge.ISSUER, file)
                        .algorithms(List.of(SignatureAlgorithm.PS256, SignatureAlgorithm.RS256))
                        .build())));

    assertThat(
            gate.subject(TokenForge.good().signedBy(TestKeys.RSA, JWSAlgorithm.PS256).sign()).id())
        .isEqualTo("alice");
    assertThat(gate.authenticate(TokenForge.good().sign()))
        .isInstanceOf(Authentication.Rejected.class);
    assertThat(gate.faults).containsExactly(TokenFault.ALGORITHM_NOT_ACCEPTED);
  }

  private static String withoutAlgorithm() {
    return TestKeys.RSA.toPublicJWK().toJSONString().replace("\"alg\":\"RS256\"", "\"x\":1");
  }

  @Test
  void rolesAndScopesBecomeLists() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);
    String token =
        TokenForge.good()
            .claim("roles", "[\"admin\",\"clerk\",\"admin\",\"Admin\"]")
            .claim("scope", "\"invoices:read  invoices:write invoices:read\"")
            .sign();

    Attributes attributes = gate.subject(token).attributes();

    assertThat(attributes.get("roles")).isEqualTo(texts("admin", "clerk", "Admin"));
    assertThat(attributes.get("scopes")).isEqualTo(texts("invoices:read", "invoices:write"));
  }

  @Test
  void aRoleOfOneStringIsNeverTakenApart() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);

    Entity subject = gate.subject(TokenForge.good().claim("roles", "\"user,admin root\"").sign());

    assertThat(subject.attributes().get("roles")).isEqualTo(texts("user,admin root"));
  }

  @Test
  void scopesMayStandInAList() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);

    Entity subject = gate.subject(TokenForge.good().claim("scp", "[\"read\",\"a,b\"]").sign());

    assertThat(subject.attributes().get("scopes")).isEqualTo(texts("read", "a,b"));
  }

  @Test
  void scopeComesBeforeScpSoThatAnEmptyOneGrantsNothing() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);

    Entity subject =
        gate.subject(TokenForge.good().claim("scope", "\"\"").claim("scp", "[\"all\"]").sign());

    assertThat(subject.attributes().get("scopes")).isEqualTo(texts());
  }

  @Test
  void claimsBecomeAttributesByConfiguredNames() {
    var claims =
        new ClaimMapping(
            ClaimPath.of("uid"),
            ClaimPath.of("realm_access", "roles"),
            List.of(ClaimPath.of("https://example.com/scopes")),
            Map.of(
                "approvalLimit", ClaimPath.of("limits", "approval"), "absent", ClaimPath.of("no")));
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.claims(claims));
    String token =
        TokenForge.good()
            .claim("uid", "\"u-1\"")
            .claim("realm_access", "{\"roles\":[\"clerk\"]}")
            .claim("roles", "[\"admin\"]")
            .claim("https://example.com/scopes", "\"read\"")
            .claim("limits", "{\"approval\":1000.50}")
            .sign();

    Entity subject = gate.subject(token);

    assertThat(subject.id()).isEqualTo("u-1");
    assertThat(subject.attributes().names())
        .containsExactlyInAnyOrder("roles", "scopes", "approvalLimit");
    assertThat(subject.attributes().get("roles")).isEqualTo(texts("clerk"));
    assertThat(subject.attributes().get("scopes")).isEqualTo(texts("read"));
    assertThat(subject.attributes().get("approvalLimit"))
        .isEqualTo(new Value.Decimal(new BigDecimal("1000.50")));
  }

  @Test
  void aClaimedIdThatIsAbsentRefusesTheToken() {
    var claims = new ClaimMapping(ClaimPath.of("uid"), ClaimPath.of("roles"), List.of(), Map.of());
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.claims(claims));

    assertThat(gate.authenticate(TokenForge.good().sign()))
        .isInstanceOf(Authentication.Rejected.class);
    assertThat(gate.faults).containsExactly(TokenFault.INVALID_CLAIM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"a\\nb\"", "7", "null"})
  void subMustBeGoodEvenWhereAnotherClaimIsTheId(String sub) {
    var claims = new ClaimMapping(ClaimPath.of("uid"), ClaimPath.of("roles"), List.of(), Map.of());
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.claims(claims));
    TokenForge token = TokenForge.good().claim("uid", "\"u-1\"");

    assertThat(gate.subject(token.sign()).id()).isEqualTo("u-1");
    assertInvalidClaim(gate, token.claim("sub", sub));
  }

  @Test
  void anEmptyIdIsNoIdEvenBehindAPrefix() {
    var claims = new ClaimMapping(ClaimPath.of("uid"), ClaimPath.of("roles"), List.of(), Map.of());
    var naming = new EntityNaming("user", "client", "agent", "corp:");
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.claims(claims).naming(naming));

    assertInvalidClaim(gate, TokenForge.good().claim("uid", "\"\""));
  }

  @Test
  void anEmptyTenantIsNoTenant() {
    var tenants = new TenantBinding.Claimed(ClaimPath.of("org"), Set.of());
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.tenant(tenants));

    assertInvalidClaim(gate, TokenForge.good().claim("org", "\"\""));
  }

  private static void assertInvalidClaim(GateUnderTest gate, TokenForge token) {
    assertThat(gate.authenticate(token.sign())).isInstanceOf(Authentication.Rejected.class);
    assertThat(gate.faults).containsExactly(TokenFault.INVALID_CLAIM);
  }

  @Test
  void aFixedTenantIsNotForAClaimToChange() {
    GateUnderTest gate =
        GateUnderTest.of(folder, issuer -> issuer.tenant(new TenantBinding.Fixed("acme")));

    Entity subject = gate.subject(TokenForge.good().claim("tenant", "\"globex\"").sign());

    assertThat(subject.attributes().get("tenant")).isEqualTo(new Value.Text("acme"));
  }

  @Test
  void withoutATenantBindingAClaimMakesNoTenant() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);

    Entity subject = gate.subject(TokenForge.good().claim("tenant", "\"globex\"").sign());

    assertThat(subject.attributes().get("tenant")).isNull();
  }

  @Test
  void aClaimedTenantMustBeAmongThoseTheIssuerSpeaksFor() {
    var tenants = new TenantBinding.Claimed(ClaimPath.of("org"), Set.of("acme"));
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.tenant(tenants));

    Entity subject = gate.subject(TokenForge.good().claim("org", "\"acme\"").sign());
    assertThat(subject.attributes().get("tenant")).isEqualTo(new Value.Text("acme"));

    String other = TokenForge.good().claim("org", "\"globex\"").sign();
    assertThat(gate.authenticate(other)).isInstanceOf(Authentication.Rejected.class);
    assertThat(gate.faults).containsExactly(TokenFault.INVALID_CLAIM);
  }

  @Test
  void aClientThatActsForItselfNeverBecomesAUser() {
    GateUnderTest gate =
        GateUnderTest.of(folder, issuer -> issuer.clientTokens(new ClientTokens.SubjectIsClient()));

    assertThat(gate.subject(TokenForge.good().claim("client_id", "\"alice\"").sign()))
        .isEqualTo(new Entity("client", "alice"));
    assertThat(
            gate.subject(
                TokenForge.good().claim("client_id", "\"alice\"").claim("azp", "\"alice\"").sign()))
        .isEqualTo(new Entity("client", "alice"));
  }

  /** RFC 9068 §5: a user may be called like a client. */
  @Test
  void aUserWithTheIdOfAClientIsAUser() {
    String token = TokenForge.good().claim("client_id", "\"alice\"").sign();
    GateUnderTest warranted =
        GateUnderTest.of(folder, issuer -> issuer.clientTokens(new ClientTokens.SubjectIsClient()));

    assertThat(GateUnderTest.of(folder, issuer -> issuer).subject(token))
        .isEqualTo(new Entity("user", "alice"));
    assertThat(
            warranted.subject(
                TokenForge.good().claim("client_id", "\"alice\"").claim("auth_time", "1").sign()))
        .isEqualTo(new Entity("user", "alice"));
    assertThat(
            warranted.subject(
                TokenForge.good().claim("client_id", "\"alice\"").claim("azp", "\"web\"").sign()))
        .isEqualTo(new Entity("user", "alice"));
  }

  @Test
  void thePrefixStandsBeforeEveryId() {
    var naming = new EntityNaming("employee", "service", "robot", "corp:");
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer.naming(naming));

    Caller caller = gate.caller(TokenForge.good().claim("act", "{\"sub\":\"r2\"}").sign());

    assertThat(caller.subject()).contains(new Entity("employee", "corp:alice"));
    assertThat(caller.actor()).contains(new Entity("robot", "corp:r2"));
  }

  @Test
  void theOutermostActorCountsAndTheOthersAreHistory() {
    GateUnderTest gate = GateUnderTest.of(folder, issuer -> issuer);

    Caller caller =
        gate.caller(
            TokenForge.good()
                .claim("act", "{\"sub\":\"outer\",\"act\":{\"sub\":\"inner\"}}")
                .claim("may_act", "{\"sub\":\"other\"}")
                .sign());

    assertThat(caller.actor()).contains(new Entity("agent", "outer"));
  }

  private static Value texts(String... texts) {
    return new Value.Sequence(Arrays.stream(texts).<Value>map(Value.Text::new).toList());
  }
}
