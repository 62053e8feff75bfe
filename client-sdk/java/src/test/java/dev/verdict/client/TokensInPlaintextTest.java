package dev.verdict.client;

import static dev.verdict.client.Answers.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.verdict.client.PdpException.Kind;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token goes over a connection that others can read only where that was said twice. */
final class TokensInPlaintextTest {

  private static final AccessRequest OF_A_TOKEN =
      AccessRequest.of(Subject.token("a.b.c"), "read", Resource.of("invoice", "1"));
  private static final AccessRequest OF_A_NAME =
      AccessRequest.of(Subject.of("user", "alice"), "read", Resource.of("invoice", "1"));

  private final String name = InProcessServerBuilder.generateName();
  private final FakePdp pdp = new FakePdp();
  private Server server;

  @BeforeEach
  void start() throws IOException {
    pdp.answers(permit());
    pdp.answersBatch(permit(), permit());
    server = InProcessServerBuilder.forName(name).addService(pdp.service()).build().start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void aClientWithATokenOfItsOwnIsNotBuilt() {
    for (String elsewhere : List.of("pdp.internal:7070", "10.0.0.1:7070", "[2001:db8::1]:7070")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> PdpClient.builder(elsewhere).bearerToken(() -> "t").plaintext().build())
          .withMessageContaining(elsewhere)
          .withMessageContaining("allowTokensInPlaintext()")
          .withMessageContaining("TLS");
    }
  }

  @Test
  void aSubjectsTokenIsNotSent() {
    for (FailureMode mode : FailureMode.values()) {
      try (PdpClient client = elsewhere(builder -> builder.plaintext().onFailure(mode))) {
        refuses(() -> client.isAllowed(OF_A_TOKEN));
        refuses(() -> client.evaluate(OF_A_TOKEN));
        refuses(() -> client.evaluateAll(List.of(OF_A_NAME, OF_A_TOKEN)));
        assertThat(client.evaluateAsync(OF_A_TOKEN)).isCompletedExceptionally();
        assertThat(client.evaluateAllAsync(List.of(OF_A_TOKEN))).isCompletedExceptionally();
        assertThat(pdp.asked).isEmpty();
      }
    }
  }

  @Test
  void whatIsNoTokenMayGoInPlaintext() {
    try (PdpClient client = elsewhere(PdpClientBuilder::plaintext)) {
      assertThat(client.isAllowed(OF_A_NAME)).isTrue();
    }
  }

  @Test
  void saidTwiceItIsSent() {
    try (PdpClient client =
        elsewhere(builder -> builder.plaintext().allowTokensInPlaintext().bearerToken(() -> "t"))) {
      assertThat(client.isAllowed(OF_A_TOKEN)).isTrue();
    }
  }

  @Test
  void withinTheMachineAndWithTlsItIsSent() {
    try (PdpClient local = client("localhost:7070", PdpClientBuilder::plaintext);
        PdpClient secure = elsewhere(builder -> builder.bearerToken(() -> "t"))) {
      assertThat(local.isAllowed(OF_A_TOKEN)).isTrue();
      assertThat(secure.isAllowed(OF_A_TOKEN)).isTrue();
    }
  }

  @Test
  void withoutPlaintextThereIsNothingToAllow() {
    assertThatIllegalStateException()
        .isThrownBy(() -> PdpClient.builder("pdp:7070").allowTokensInPlaintext().build());
  }

  private PdpClient elsewhere(UnaryOperator<PdpClientBuilder> settings) {
    return client("pdp.internal:7070", settings);
  }

  private PdpClient client(String target, UnaryOperator<PdpClientBuilder> settings) {
    ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
    return settings.apply(PdpClient.builder(target).deadline(Duration.ofMinutes(5))).build(channel);
  }

  private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(PdpException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.INVALID_REQUEST))
        .withMessageContaining("allowTokensInPlaintext()")
        .withMessageNotContaining("a.b.c");
  }
}
