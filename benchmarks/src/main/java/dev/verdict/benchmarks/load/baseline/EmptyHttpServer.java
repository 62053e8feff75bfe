package dev.verdict.benchmarks.load.baseline;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.ExecutionException;

/**
 * A program: the floor of HTTP. A Vert.x handler takes the whole body of each request and answers
 * with a JSON document as large as a decision. One event loop for each processor and the same
 * options as the server's door.
 */
public final class EmptyHttpServer {

  /** What the console says before the port. */
  public static final String READY = "empty handler listens on ";

  private EmptyHttpServer() {}

  /**
   * Serves on any free port of loopback until it is stopped.
   *
   * @param arguments the size of every answer, in bytes
   */
  public static void main(String[] arguments) throws ExecutionException, InterruptedException {
    // it looks for bugs of its users, at a price
    System.setProperty("io.netty.leakDetection.level", "disabled");
    int processors = Runtime.getRuntime().availableProcessors();
    Buffer answer = Buffer.buffer(document(Integer.parseInt(arguments[0])));
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(processors));
    vertx
        .deployVerticle(() -> new Loop(answer), new DeploymentOptions().setInstances(processors))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  /** A JSON document of that many bytes, at least ten. */
  static String document(int bytes) {
    return "{\"is\":\"%s\"}".formatted("x".repeat(bytes - "{\"is\":\"\"}".length()));
  }

  /** The server of one event loop; all of them share one port. */
  private static final class Loop extends VerticleBase {

    private final Buffer answer;

    Loop(Buffer answer) {
      this.answer = answer;
    }

    @Override
    public Future<HttpServer> start() {
      var options =
          new HttpServerOptions()
              .setHttp2ClearTextEnabled(false)
              .setPerFrameWebSocketCompressionSupported(false)
              .setPerMessageWebSocketCompressionSupported(false)
              .setTcpNoDelay(true);
      return vertx
          .createHttpServer(options)
          .requestHandler(this::answer)
          .listen(SocketAddress.sharedRandomPort(1, "127.0.0.1"))
          .onSuccess(server -> System.out.println(READY + server.actualPort()));
    }

    private void answer(HttpServerRequest request) {
      request
          .body()
          .onSuccess(
              body -> {
                var unused =
                    request.response().putHeader("content-type", "application/json").end(answer);
              });
    }
  }
}
