package dev.verdict.example.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.client.PdpClient;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API, the SDK, the decision point and the invoicing policies, from one end to the other. */
final class InvoicesApiTest {

  private static final String NEW_INVOICE =
      """
      {"customer": "Wonka", "amount": "99.90", "iban": "DE1", "taxNumber": "1/2"}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private TestPdp decisionPoint;
  private PdpClient pdp;
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    decisionPoint = TestPdp.start();
    pdp = InvoicesApplication.client(decisionPoint.target(), Duration.ofSeconds(30));
    server =
        new InvoicesServer(new InvoicesApi(pdp, new InvoiceStore()))
            .listen(vertx, "127.0.0.1", 0)
            .await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
    pdp.close();
    decisionPoint.close();
  }

  @Test
  void aMemberCreatesAnInvoiceOfItsOwn() throws Exception {
    HttpResponse<String> created = post("alice", "/invoices", NEW_INVOICE);

    assertThat(created.statusCode()).isEqualTo(201);
    JsonObject invoice = new JsonObject(created.body());
    assertThat(invoice.getString("owner")).isEqualTo("alice");
    assertThat(invoice.getString("tenant")).isEqualTo("acme");
    assertThat(get("alice", "/invoices/" + invoice.getString("id")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverIsNoMemberMayNotCallTheFunction() throws Exception {
    assertThat(post("carol", "/invoices", NEW_INVOICE).statusCode()).isEqualTo(403);
    assertThat(post("carol", "/invoices", "not even an invoice").statusCode()).isEqualTo(403);
  }

  @Test
  void aBodyThatIsNoInvoiceIsRefused() throws Exception {
    for (String body : new String[] {"", "{", "[]", "{\"customer\": \"x\", \"amount\": 1e9}"}) {
      assertThat(post("alice", "/invoices", body).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void anOwnerSeesTheWholeInvoice() throws Exception {
    JsonObject invoice = new JsonObject(get("alice", "/invoices/acme-1").body());

    assertThat(invoice.getString("iban")).isEqualTo("DE02120300000000202051");
    assertThat(invoice.getString("taxNumber")).isEqualTo("12/345/67890");
  }

  @Test
  void supportSeesBankAndTaxDataMasked() throws Exception {
    HttpResponse<String> response = get("carol", "/invoices/acme-1");
    JsonObject invoice = new JsonObject(response.body());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(invoice.getString("customer")).isEqualTo("Initech");
    assertThat(invoice.getString("iban")).isEqualTo("***");
    assertThat(invoice.getString("taxNumber")).isEqualTo("***");
    assertThat(get("carol", "/invoices").body()).doesNotContain("DE02").doesNotContain("12/345");
  }

  @Test
  void twoTenantsCannotSeeEachOthersInvoices() throws Exception {
    for (String acme : new String[] {"alice", "bob", "carol"}) {
      assertThat(get(acme, "/invoices/globex-1").statusCode()).isEqualTo(404);
      assertThat(listed(acme)).doesNotContain("globex-1");
    }
    for (String globex : new String[] {"dave", "frank"}) {
      assertThat(get(globex, "/invoices/acme-1").statusCode()).isEqualTo(404);
      assertThat(post(globex, "/invoices/acme-1/approval", "").statusCode()).isEqualTo(404);
      assertThat(listed(globex)).containsExactly("globex-1");
    }
  }

  @Test
  void whatMayNotBeSeenLooksLikeWhatIsNotThere() throws Exception {
    assertThat(get("alice", "/invoices/globex-1").body())
        .isEqualTo(get("alice", "/invoices/no-such").body());
  }

  @Test
  void aListHoldsWhatOneMayRead() throws Exception {
    assertThat(listed("alice")).containsExactly("acme-1", "acme-2", "acme-3");
    assertThat(listed("bob")).containsExactly("acme-1", "acme-2", "acme-3");
    assertThat(listed("frank")).containsExactly("globex-1");
  }

  @Test
  void anAccountantApprovesButNeverAnInvoiceOfItsOwn() throws Exception {
    assertThat(post("alice", "/invoices/acme-1/approval", "").statusCode()).isEqualTo(403);
    assertThat(post("bob", "/invoices/acme-2/approval", "").statusCode()).isEqualTo(403);
    assertThat(post("carol", "/invoices/acme-1/approval", "").statusCode()).isEqualTo(403);

    HttpResponse<String> approved = post("bob", "/invoices/acme-1/approval", "");

    assertThat(approved.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(approved.body()).getString("status")).isEqualTo("paid");
  }

  @Test
  void withoutAnApplicationThatDoesItsObligationNothingIsApproved() throws Exception {
    try (PdpClient forgetful =
        PdpClient.builder(decisionPoint.target())
            .plaintext()
            .deadline(Duration.ofSeconds(30))
            .build()) {
      HttpServer other =
          new InvoicesServer(new InvoicesApi(forgetful, new InvoiceStore()))
              .listen(vertx, "127.0.0.1", 0)
              .await();

      assertThat(
              send("bob", request(other, "/invoices/acme-1/approval").POST(BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void withoutADecisionNothingIsShownAndNothingIsDone() throws Exception {
    decisionPoint.close();

    assertThat(get("alice", "/invoices/acme-1").statusCode()).isEqualTo(503);
    assertThat(get("alice", "/invoices").statusCode()).isEqualTo(503);
    assertThat(post("alice", "/invoices", NEW_INVOICE).statusCode()).isEqualTo(503);
    assertThat(post("bob", "/invoices/acme-1/approval", "").statusCode()).isEqualTo(503);
  }

  @Test
  void nobodyIsServedWithoutAName() throws Exception {
    for (String authorization : new String[] {"Bearer demo-mallory", "Bearer alice", "x"}) {
      HttpRequest request =
          request(server, "/invoices").header("Authorization", authorization).GET().build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }
    HttpRequest anonymous = request(server, "/invoices").GET().build();
    assertThat(http.send(anonymous, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  private String[] listed(String user) throws Exception {
    var invoices = new JsonArray(get(user, "/invoices").body());
    return IntStream.range(0, invoices.size())
        .mapToObj(i -> invoices.getJsonObject(i).getString("id"))
        .toArray(String[]::new);
  }

  private HttpResponse<String> get(String user, String path) throws Exception {
    return send(user, request(server, path).GET());
  }

  private HttpResponse<String> post(String user, String path, String body) throws Exception {
    return send(user, request(server, path).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(String user, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.header("Authorization", "Bearer demo-" + user).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(HttpServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
  }
}
