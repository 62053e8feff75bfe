package dev.verdict.server.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.configuration.SignatureAlgorithm;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.token.TokenForge;
import dev.verdict.server.log.CapturedLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IssuerKeysTest {

  @RegisterExtension private final CapturedLog log = CapturedLog.of(IssuerKeys.class);

  private final TestClock clock = new TestClock();
  private final ManualExecutor executor = new ManualExecutor();
  private final Issuer issuer = new Issuer();
  private final IssuerKeys keys =
      new IssuerKeys(
          TokenForge.ISSUER,
          issuer,
          new KeySetReader(List.of(SignatureAlgorithm.RS256)),
          Duration.ofHours(1),
          executor,
          clock);

  @Test
  void nothingIsFoundBeforeKeysWereRead() {
    assertThat(faultOf("rsa-1")).isEqualTo(TokenFault.KEYS_UNAVAILABLE);
  }

  @Test
  void aRequestNeverReadsKeysItself() {
    keys.refresh();
    clock.advance(Duration.ofMinutes(1));

    assertThat(faultOf("rsa-2")).isEqualTo(TokenFault.UNKNOWN_KEY);

    assertThat(issuer.reads).isEqualTo(1);
    assertThat(executor.waiting()).isEqualTo(1);
  }

  @Test
  void aNewKeyIsFoundAfterTheReadThatItsFirstTokenBringsAbout() throws Exception {
    keys.refresh();
    issuer.text = TestKeys.published(TestKeys.RSA, TestKeys.rsa("rsa-2"));
    clock.advance(Duration.ofMinutes(1));
    assertThat(faultOf("rsa-2")).isEqualTo(TokenFault.UNKNOWN_KEY);

    executor.runWaiting();

    assertThat(keys.find("rsa-2", clock.instant())).isNotNull();
  }

  @Test
  void aFloodOfUnknownKeyIdsBringsAboutOneReadInThirtySeconds() {
    keys.refresh();
    clock.advance(Duration.ofSeconds(29));
    flood();
    assertThat(issuer.reads).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    flood();
    assertThat(issuer.reads).isEqualTo(2);

    clock.advance(Duration.ofSeconds(30));
    flood();
    assertThat(issuer.reads).isEqualTo(3);
  }

  @Test
  void aClockThatIsSetBackDoesNotStopReads() {
    keys.refresh();
    clock.advance(Duration.ofDays(-1));
    flood();

    assertThat(issuer.reads).isEqualTo(2);
  }

  @Test
  void aWithdrawnKeyIsRefusedAfterTheNextRead() throws Exception {
    keys.refresh();
    keys.follow(Duration.ofMinutes(5));
    assertThat(keys.find("rsa-1", clock.instant())).isNotNull();
    issuer.text = TestKeys.published(TestKeys.rsa("rsa-2"));

    executor.runRepeated();

    assertThat(executor.repeatedMillis()).isEqualTo(300_000);
    assertThat(faultOf("rsa-1")).isEqualTo(TokenFault.UNKNOWN_KEY);
  }

  @Test
  void theLastGoodKeysServeAnOutageButNotForEver() throws Exception {
    keys.refresh();
    issuer.down = true;
    clock.advance(Duration.ofHours(1));
    keys.refresh();
    assertThat(keys.find("rsa-1", clock.instant())).isNotNull();

    clock.advance(Duration.ofSeconds(1));
    keys.refresh();
    assertThat(faultOf("rsa-1")).isEqualTo(TokenFault.KEYS_UNAVAILABLE);

    issuer.down = false;
    keys.refresh();
    assertThat(keys.find("rsa-1", clock.instant())).isNotNull();
  }

  @Test
  void aSetWithoutAUsableKeyDoesNotReplaceTheLastGoodOne() throws Exception {
    keys.refresh();
    issuer.text = "{\"keys\":[]}";
    keys.refresh();

    assertThat(keys.find("rsa-1", clock.instant())).isNotNull();
  }

  @Test
  void aFaultOfOurOwnDoesNotEndTheSchedule() throws Exception {
    issuer.broken = true;
    keys.refresh();
    issuer.broken = false;
    keys.refresh();

    assertThat(keys.find("rsa-1", clock.instant())).isNotNull();
  }

  @Test
  void aServerThatGoesDownStillAnswers() {
    executor.shutdown();

    assertThat(faultOf("rsa-1")).isEqualTo(TokenFault.KEYS_UNAVAILABLE);
  }

  @Test
  void aWishedLookIsMadeInTheBackgroundAndWhatCameOfItIsTold() throws Exception {
    keys.refresh();
    keys.lookNow();
    keys.lookNow();
    assertThat(issuer.reads).isEqualTo(1);
    assertThat(executor.waiting()).isEqualTo(1);
    executor.runWaiting();

    issuer.text = TestKeys.published(TestKeys.RSA, TestKeys.rsa("rsa-2"));
    keys.lookNow();
    executor.runWaiting();

    assertThat(issuer.reads).isEqualTo(3);
    assertThat(keys.find("rsa-2", clock.instant())).isNotNull();
    assertThat(log.lines())
        .containsExactly(
            "event=keys_looked_at issuer=\"https://id.example.com\" outcome=unchanged",
            "event=keys_looked_at issuer=\"https://id.example.com\" outcome=changed");
  }

  @Test
  void whereAWishedLookFailsTheLastGoodKeysServe() throws Exception {
    keys.refresh();
    issuer.text = "half a fi";
    keys.lookNow();
    executor.runWaiting();

    assertThat(keys.find("rsa-1", clock.instant())).isNotNull();
    assertThat(log.lines())
        .containsExactly(
            "event=keys_unavailable issuer=\"https://id.example.com\" cause=\"the key set is not"
                + " well-formed JSON\"",
            "event=keys_looked_at issuer=\"https://id.example.com\" outcome=unavailable");
  }

  @Test
  void aWishWhileTheServerGoesDownIsNoFault() {
    executor.shutdown();

    keys.lookNow();

    assertThat(log.lines()).isEmpty();
  }

  private void flood() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(faultOf("unknown-" + i)).isEqualTo(TokenFault.UNKNOWN_KEY);
    }
    executor.runWaiting();
  }

  private TokenFault faultOf(String keyId) {
    try {
      keys.find(keyId, clock.instant());
    } catch (RefusedTokenException refused) {
      return refused.fault();
    }
    throw new AssertionError("found");
  }

  @Test
  void readingAtTheStartTellsWhatIsWrong() {
    issuer.down = true;

    assertThatThrownBy(keys::load).isInstanceOf(KeysUnavailableException.class).hasMessage("down");
  }

  private static final class Issuer implements KeySource {

    private String text = TestKeys.published(TestKeys.RSA);
    private boolean down;
    private boolean broken;
    private int reads;

    @Override
    public byte[] read() throws KeysUnavailableException {
      reads++;
      if (broken) {
        throw new IllegalStateException("broken");
      }
      if (down) {
        throw new KeysUnavailableException("down");
      }
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
