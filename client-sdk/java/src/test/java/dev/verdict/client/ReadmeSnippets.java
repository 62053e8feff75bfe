package dev.verdict.client;

import dev.verdict.client.grpc.AuthorizationServerInterceptor;
import io.grpc.Metadata;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The code that the README shows, so that it compiles. {@link ReadmeTest} compares the two. */
@SuppressWarnings("unused")
final class ReadmeSnippets {

  /** Where an application writes what must be on record. */
  interface AuditLog {
    void write(AccessRequest request, Decision decision);
  }

  private final AuditLog auditLog;
  private final String accessToken;
  private final String iban;

  ReadmeSnippets(AuditLog auditLog, String accessToken, String iban) {
    this.auditLog = auditLog;
    this.accessToken = accessToken;
    this.iban = iban;
  }

  Optional<String> shows() {
    PdpClient pdp = PdpClient.builder("127.0.0.1:7070").plaintext().build();
    pdp.awaitReady(Duration.ofSeconds(10));

    Subject alice =
        Subject.of("user", "alice").with("tenant", "acme").with("roles", List.of("accountant"));
    Resource invoice =
        Resource.of("invoice", "acme-1").with("tenant", "acme").with("owner", "alice");

    if (!pdp.isAllowed(alice, "read", invoice)) {
      throw new SecurityException("not permitted");
    }

    boolean allowed = pdp.isAllowed(Subject.token(accessToken), "read", invoice);

    AccessRequest request =
        AccessRequest.of(alice, "download", invoice)
            .withContext("network", "office")
            .withActor(Actor.of("agent", "bookkeeper-7"));

    Decision decision = pdp.evaluate(AccessRequest.of(alice, "read", invoice).maskingFields());
    if (!decision.permitted()) {
      return Optional.empty();
    }
    String shown = decision.fields().covers("iban") ? iban : "***";

    Action update = Action.of("update").changing("status", "amount");
    if (!pdp.isAllowed(AccessRequest.of(alice, update, invoice))) {
      throw new SecurityException("not permitted");
    }

    var authorization =
        new AuthorizationServerInterceptor(
            pdp,
            (call, metadata) ->
                AccessRequest.of(
                    Subject.token(bearerToken(metadata)),
                    call.getMethodDescriptor().getBareMethodName(),
                    Resource.of("service", call.getMethodDescriptor().getServiceName())));

    return Optional.of(shown);
  }

  void connects() {
    PdpClient denying =
        PdpClient.builder("pdp.internal:7070")
            .trust(Path.of("/etc/verdict/ca.pem"))
            .clientCertificate(
                Path.of("/etc/verdict/client.pem"), Path.of("/etc/verdict/client.key"))
            .bearerToken(this::serviceToken)
            .deadline(Duration.ofMillis(100))
            .onFailure(FailureMode.DENY)
            .build();

    PdpClient auditing =
        PdpClient.builder("127.0.0.1:7070")
            .plaintext()
            .handles("audit", (obligation, asked, decision) -> auditLog.write(asked, decision))
            .build();

    PdpClient handing =
        PdpClient.builder("127.0.0.1:7070").plaintext().handsOver("watermark").build();
  }

  private String serviceToken() {
    return accessToken;
  }

  private static String bearerToken(Metadata metadata) {
    return String.valueOf(
        metadata.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)));
  }
}
