package dev.verdict.server.identity.key;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A key set behind an address. Follows no redirect: the operator named one place and means it. */
public final class JwksUrl implements KeySource {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final URI url;
  private final Duration timeout;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param timeout for the whole exchange, the body included
   */
  public JwksUrl(URI url, Duration timeout) {
    this.url = url;
    this.timeout = timeout;
  }

  @Override
  public byte[] read() throws KeysUnavailableException {
    HttpRequest request =
        HttpRequest.newBuilder(url).timeout(timeout).header("accept", "application/json").build();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, response -> new BoundedBody(MAX_BYTES));
    try {
      HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw unavailable("answered with status " + response.statusCode());
      }
      return response.body();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof HttpTimeoutException) {
        throw tooSlow();
      }
      throw unavailable("cannot be reached, or answered with more than " + MAX_BYTES + " bytes");
    } catch (TimeoutException late) {
      throw tooSlow();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for, because the server is going down");
    } finally {
      exchange.cancel(true);
    }
  }

  private KeysUnavailableException tooSlow() {
    return unavailable("did not answer within " + timeout.toMillis() + " ms");
  }

  private KeysUnavailableException unavailable(String what) {
    return new KeysUnavailableException("the key set address `" + url + "` " + what);
  }
}
