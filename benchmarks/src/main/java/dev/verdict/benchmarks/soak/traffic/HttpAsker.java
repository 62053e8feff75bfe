package dev.verdict.benchmarks.soak.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Over HTTP and JSON, on connections that stay open. */
final class HttpAsker implements Asker {

  private static final int OK = 200;
  private static final Pattern DECISION = Pattern.compile("\"decision\": ?(true|false)");
  private static final Pattern CODE = Pattern.compile("\"code\": ?\"([^\"]*)\"");
  private static final Pattern RULE = Pattern.compile("\"rule\": ?\"([^\"]*)\"");

  private final HttpClient client;
  private final URI endpoint;
  private final Tokens tokens;

  static {
    // what a stall has opened is let go before the server closes it, after 60 s
    System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    System.setProperty("jdk.httpclient.connectionPoolSize", "10");
  }

  HttpAsker(InetSocketAddress address, Tokens tokens, Executor executor) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(executor)
            .build();
    this.endpoint =
        URI.create(
            "http://%s:%d/access/v1/evaluation"
                .formatted(address.getAddress().getHostAddress(), address.getPort()));
    this.tokens = tokens;
  }

  @Override
  public CompletableFuture<Answer> ask(KnownQuestion question, String invoice) {
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Authorization", tokens.authorization(question))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(question, invoice)))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpAsker::answer);
  }

  private static String body(KnownQuestion question, String invoice) {
    return """
        {%s"action": {"name": "%s"},
         "resource": {"type": "invoice", "id": "%s", "properties": {
           "tenant": "acme", "owner": "alice", "amount": %s, "status": "%s"}}}
        """
        .formatted(
            question.byGateway() ? subject(question.person()) : "",
            question.action(),
            invoice,
            question.amount(),
            question.status());
  }

  private static String subject(Person person) {
    return """
        "subject": {"type": "user", "id": "%s", "properties": {
          "tenant": "%s", "roles": [%s], "scopes": ["invoices:approve"], "approvalLimit": %d}},
        """
        .formatted(
            person.id(),
            person.tenant(),
            person.roles().stream().map(role -> '"' + role + '"').collect(Collectors.joining(", ")),
            person.limit());
  }

  private static Answer answer(HttpResponse<String> response) {
    if (response.statusCode() != OK) {
      throw new UncheckedIOException(new IOException("HTTP " + response.statusCode()));
    }
    return new Answer(
        Boolean.parseBoolean(find(DECISION, response.body())),
        find(CODE, response.body()),
        find(RULE, response.body()));
  }

  private static String find(Pattern pattern, String body) {
    Matcher found = pattern.matcher(body);
    return found.find() ? found.group(1) : "";
  }

  @Override
  public void close() {
    // a client of the JDK ends with its last connection
  }
}
