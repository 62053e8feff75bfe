package dev.verdict.server.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.SignatureAlgorithm;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.gate.GateUnderTest;
import dev.verdict.server.identity.key.IssuerKeys;
import dev.verdict.server.identity.key.KeySetReader;
import dev.verdict.server.identity.key.ManualExecutor;
import dev.verdict.server.identity.key.TestClock;
import dev.verdict.server.identity.key.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A token is verified once while it is good, and never on the thread that asks. */
final class TokensTest {

  private static final TokenOutcome EXPIRED = new TokenOutcome.Refused(TokenFault.EXPIRED);

  private final IssuerConfiguration issuer =
      GateUnderTest.issuer(TokenForge.ISSUER, Path.of("unused.json")).build();
  private final IdentityConfiguration configuration = new IdentityConfiguration(List.of(issuer));
  private final TestClock clock = new TestClock();
  private final CountedTokens counted = new CountedTokens();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final RememberedTokens remembered = new RememberedTokens(1 << 20, counted);
  private String published = TestKeys.published(TestKeys.RSA, TestKeys.CURVE);
  private final IssuerKeys keys =
      new IssuerKeys(
          TokenForge.ISSUER,
          () -> published.getBytes(StandardCharsets.UTF_8),
          new KeySetReader(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)),
          Duration.ofHours(12),
          new ManualExecutor(),
          clock);
  private final Tokens tokens = tokens(remembered);

  TokensTest() {
    keys.refresh();
  }

  @Test
  void aTokenIsVerifiedOnceWhileItIsGood() {
    String token = TokenForge.good().sign();
    TokenOutcome first = verified(token);

    Eventual<TokenOutcome> second = tokens.verify(token);

    assertThat(first).isInstanceOf(TokenOutcome.Accepted.class);
    assertThat(second.isDone()).isTrue();
    assertThat(second.value()).isSameAs(first);
    assertThat(waiting).isEmpty();
    assertThat(counted.known).hasValue(1);
    assertThat(counted.unknown).hasValue(1);
  }

  @Test
  void anUnknownTokenIsNotVerifiedByTheThreadThatAsks() {
    Eventual<TokenOutcome> outcome = tokens.verify(TokenForge.good().sign());

    assertThat(outcome.isDone()).isFalse();
    work();
    assertThat(outcome.isDone()).isTrue();
  }

  @Test
  void callsThatBringOneUnknownTokenAtTheSameTimeHaveItVerifiedOnce() {
    String token = TokenForge.good().sign();
    Eventual<TokenOutcome> first = tokens.verify(token);
    Eventual<TokenOutcome> second = tokens.verify(token);
    work();

    assertThat(second.value()).isSameAs(first.value());
  }

  @Test
  void itServesUntilItsExpiryWithTheLeewayOfItsVerificationAndNotLonger() {
    String token = TokenForge.good().at("exp", 600).sign();
    assertThat(verified(token)).isInstanceOf(TokenOutcome.Accepted.class);

    clock.advance(Duration.ofSeconds(629));
    assertThat(tokens.verify(token).isDone()).isTrue();

    clock.advance(Duration.ofSeconds(1));
    assertThat(verified(token)).isEqualTo(EXPIRED);
    assertThat(remembered.bytes()).isZero();
  }

  @Test
  void whereTheClockIsSetBackATokenIsNotGoodBeforeItBegins() {
    String token = TokenForge.good().at("nbf", 20).sign();
    assertThat(verified(token)).isInstanceOf(TokenOutcome.Accepted.class);

    clock.advance(Duration.ofSeconds(-11));

    assertThat(verified(token)).isEqualTo(new TokenOutcome.Refused(TokenFault.NOT_YET_VALID));
  }

  @Test
  void aKeyThatIsWithdrawnTakesItsTokensAlong() {
    String token = TokenForge.good().sign();
    verified(token);
    published = TestKeys.published(TestKeys.CURVE);
    keys.refresh();

    assertThat(verified(token)).isEqualTo(new TokenOutcome.Refused(TokenFault.UNKNOWN_KEY));
  }

  @Test
  void anotherKeyOfTheSameIdTakesItsTokensAlong() {
    String token = TokenForge.good().sign();
    verified(token);
    published = TestKeys.published(TestKeys.STRANGER);
    keys.refresh();

    assertThat(verified(token)).isEqualTo(new TokenOutcome.Refused(TokenFault.BAD_SIGNATURE));
  }

  @Test
  void keysThatAreTooOldServeNoRememberedTokenEither() {
    String token = TokenForge.good().at("iat", 0).at("exp", 20 * 3_600).sign();
    verified(token);
    clock.advance(Duration.ofHours(12).plusSeconds(1));

    assertThat(verified(token)).isEqualTo(new TokenOutcome.Refused(TokenFault.KEYS_UNAVAILABLE));
  }

  @Test
  void keysThatAreReadAgainUnchangedHaveNothingVerifiedAnew() {
    String token = TokenForge.good().sign();
    verified(token);
    keys.refresh();

    assertThat(tokens.verify(token).isDone()).isTrue();
  }

  @Test
  void whatIsRefusedIsNotRemembered() {
    String expired = TokenForge.good().at("exp", -31).sign();

    for (String token : List.of(expired, "not-a-token", "", "\ud800?")) {
      verified(token);
      assertThat(tokens.verify(token).isDone()).isFalse();
    }
    assertThat(remembered.bytes()).isZero();
  }

  @Test
  void aTokenIsNeverTakenForAnother() {
    String token = TokenForge.good().sign();
    verified(token);
    char last = token.charAt(token.length() - 2);
    String other = token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + "A";

    assertThat(verified(other)).isInstanceOf(TokenOutcome.Refused.class);
    assertThat(verified(token + "A")).isInstanceOf(TokenOutcome.Refused.class);
    assertThat(verified(token.replace('.', '\u2024'))).isInstanceOf(TokenOutcome.Refused.class);
  }

  @Test
  void whoComesWhileAllWaitIsToldSoAtOnce() {
    var full =
        new Tokens(
            new TokenVerifier(verifiers(), clock),
            remembered,
            task -> {
              throw new RejectedExecutionException();
            },
            clock);

    assertThat(full.verify(TokenForge.good().sign()).value())
        .isEqualTo(new TokenOutcome.Overloaded());
  }

  @Test
  void theRoomIsBounded() {
    var small = new RememberedTokens(64 * 1_024, counted);
    Tokens few = tokens(small);
    for (int i = 0; i < 200; i++) {
      few.verify(TokenForge.good().claim("jti", "\"" + i + "\"").sign());
      work();
    }

    assertThat(small.bytes()).isBetween(1L, 64L * 1_024);
  }

  @Test
  void aTokenThatTakesMoreThanItsShareIsVerifiedEachTime() {
    var small = new RememberedTokens(64 * 1_024, counted);
    Tokens few = tokens(small);
    String large = TokenForge.good().claim("roles", "\"" + "r".repeat(2_000) + "\"").sign();
    Eventual<TokenOutcome> first = few.verify(large);
    work();

    assertThat(first.value()).isInstanceOf(TokenOutcome.Accepted.class);
    assertThat(few.verify(large).isDone()).isFalse();
    assertThat(small.bytes()).isZero();
  }

  @Test
  void withoutRoomEachCallVerifies() {
    Tokens none = tokens(new RememberedTokens(0, counted));
    String token = TokenForge.good().sign();
    none.verify(token);
    work();

    assertThat(none.verify(token).isDone()).isFalse();
  }

  private Tokens tokens(RememberedTokens room) {
    return new Tokens(new TokenVerifier(verifiers(), clock), room, waiting::add, clock);
  }

  private Map<String, IssuerVerifier> verifiers() {
    return Map.of(TokenForge.ISSUER, new IssuerVerifier(issuer, configuration, keys));
  }

  private TokenOutcome verified(String token) {
    Eventual<TokenOutcome> outcome = tokens.verify(token);
    work();
    return outcome.value();
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
