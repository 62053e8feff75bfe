package dev.verdict.example.invoices;

import dev.verdict.client.AccessRequest;
import dev.verdict.client.Decision;
import dev.verdict.client.Obligation;
import dev.verdict.client.PdpClient;
import dev.verdict.client.PdpException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the sample: {@code [--pdp host:port] [--port number]}. */
public final class InvoicesApplication {

  private static final Logger log = LoggerFactory.getLogger(InvoicesApplication.class);
  private static final String HOST = "127.0.0.1";

  private InvoicesApplication() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws Exception {
    String target = "127.0.0.1:7070";
    int port = 8080;
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      if (arguments[i].equals("--pdp") && !value.isEmpty()) {
        target = value;
      } else if (arguments[i].equals("--port") && value.matches("[0-9]{1,5}")) {
        port = Integer.parseInt(value);
      } else {
        System.err.println("usage: run [--pdp 127.0.0.1:7070] [--port 8080]");
        System.exit(2);
      }
    }
    start(target, port);
  }

  private static void start(String target, int port) throws Exception {
    PdpClient pdp = client(target, Duration.ofMillis(250));
    Vertx vertx = Vertx.vertx();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  vertx.close().await();
                  pdp.close();
                }));
    HttpServer server =
        new InvoicesServer(new InvoicesApi(pdp, new InvoiceStore()))
            .listen(vertx, HOST, port)
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    try {
      pdp.awaitReady(Duration.ofSeconds(5));
    } catch (PdpException down) {
      log.warn("no PDP at {}: every request is refused until there is one", target);
    }
    log.info("listening on http://{}:{}; asking the PDP at {}", HOST, server.actualPort(), target);
    log.info(
        "try: curl -s http://{}:{}/invoices -H 'Authorization: Bearer demo-carol'",
        HOST,
        server.actualPort());
  }

  /** Asks without TLS, as both run on one machine; an approval is written to the log. */
  static PdpClient client(String target, Duration deadline) {
    return PdpClient.builder(target)
        .plaintext()
        .deadline(deadline)
        .handles("audit", InvoicesApplication::audit)
        .build();
  }

  private static void audit(Obligation obligation, AccessRequest request, Decision decision) {
    log.atInfo()
        .addKeyValue("event", "audit")
        .addKeyValue("level", obligation.properties().get("level"))
        .addKeyValue("question", request)
        .addKeyValue("permitted", decision.permitted())
        .addKeyValue("revision", decision.revision())
        .log("a decision that must be on record");
  }
}
