package dev.verdict.server.transport;

import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import java.util.Map;
import java.util.TreeSet;

/** Finds the endpoint by the exact path: no patterns, no decoding, no trailing slash. */
public final class Endpoints {

  private final Map<String, Endpoint> byPath;

  public Endpoints(Map<String, Endpoint> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  void answer(String method, String path, Call call, Responder responder) {
    Endpoint endpoint = byPath.get(path);
    if (endpoint == null) {
      responder.answer(
          Answer.of(new Refusal(RefusalKind.NO_SUCH_ENDPOINT, "there is no such endpoint")));
    } else if (!endpoint.methods().contains(method)) {
      String allowed = String.join(", ", new TreeSet<>(endpoint.methods()));
      responder.answer(
          Answer.of(
              new Refusal(RefusalKind.METHOD_NOT_ALLOWED, "this endpoint answers to " + allowed),
              Map.of("allow", allowed)));
    } else {
      endpoint.answer(call, responder);
    }
  }
}
