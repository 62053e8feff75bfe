package dev.verdict.server.transport;

import java.util.Map;
import java.util.TreeSet;

/** Finds the endpoint by the exact path: no patterns, no decoding, no trailing slash. */
public final class Endpoints {

  private final Map<String, Endpoint> byPath;

  public Endpoints(Map<String, Endpoint> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  Answer answer(String method, String path, Call call) {
    Endpoint endpoint = byPath.get(path);
    if (endpoint == null) {
      return Answer.of(new Fault(Fault.Kind.NOT_FOUND, "there is no such endpoint"));
    }
    if (!endpoint.methods().contains(method)) {
      String allowed = String.join(", ", new TreeSet<>(endpoint.methods()));
      return Answer.of(
          new Fault(Fault.Kind.METHOD_NOT_ALLOWED, "this endpoint answers to " + allowed),
          Map.of("allow", allowed));
    }
    return endpoint.answer(call);
  }
}
