package dev.verdict.example.invoices;

import dev.verdict.client.PdpException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP in, HTTP out: finds the user and the route, and refuses where there is no decision. */
final class InvoicesServer {

  private static final Logger log = LoggerFactory.getLogger(InvoicesServer.class);

  private static final Pattern ONE = Pattern.compile("/invoices/([A-Za-z0-9-]{1,64})");
  private static final Pattern APPROVAL =
      Pattern.compile("/invoices/([A-Za-z0-9-]{1,64})/approval");
  private static final int MAX_BODY_BYTES = 16 << 10;

  private final InvoicesApi api;

  InvoicesServer(InvoicesApi api) {
    this.api = api;
  }

  /** Listens; the port is that of the result. */
  Future<HttpServer> listen(Vertx vertx, String host, int port) {
    return vertx.createHttpServer().requestHandler(this::handle).listen(port, host);
  }

  private void handle(HttpServerRequest request) {
    Optional<DemoUser> user = DemoUser.of(request.getHeader("Authorization"));
    if (user.isEmpty()) {
      send(request, Answer.error(401, "say who you are: `Authorization: Bearer demo-alice`"));
      return;
    }
    route(request, user.get())
        .otherwise(InvoicesServer::withoutDecision)
        .onSuccess(answer -> send(request, answer));
  }

  private Future<Answer> route(HttpServerRequest request, DemoUser user) {
    Matcher one = ONE.matcher(request.path());
    Matcher approval = APPROVAL.matcher(request.path());
    if (request.path().equals("/invoices")) {
      return request.method().equals(HttpMethod.POST) ? create(request, user) : list(request, user);
    }
    if (one.matches() && request.method().equals(HttpMethod.GET)) {
      return api.read(user, one.group(1));
    }
    if (approval.matches() && request.method().equals(HttpMethod.POST)) {
      return api.approve(user, approval.group(1));
    }
    return Future.succeededFuture(Answer.error(404, "no such route"));
  }

  private Future<Answer> list(HttpServerRequest request, DemoUser user) {
    return request.method().equals(HttpMethod.GET)
        ? api.list(user)
        : Future.succeededFuture(Answer.error(405, "GET or POST"));
  }

  private Future<Answer> create(HttpServerRequest request, DemoUser user) {
    String length = request.getHeader("Content-Length");
    if (length == null
        || !length.matches("[0-9]{1,5}")
        || Integer.parseInt(length) > MAX_BODY_BYTES) {
      return Future.succeededFuture(Answer.error(413, "an invoice has at most 16 KiB"));
    }
    return request.body().compose(body -> api.create(user, body.toString()));
  }

  /** No decision is not a permit. */
  private static Answer withoutDecision(Throwable failure) {
    if (failure instanceof PdpException known) {
      log.atWarn()
          .addKeyValue("event", "request_without_decision")
          .addKeyValue("kind", known.kind())
          .log(known.getMessage());
    } else {
      log.error("a request failed", failure);
    }
    return Answer.error(503, "no authorization decision could be made; try again");
  }

  private static void send(HttpServerRequest request, Answer answer) {
    request
        .response()
        .setStatusCode(answer.status())
        .putHeader("Content-Type", "application/json")
        .end(answer.body() + "\n");
  }
}
