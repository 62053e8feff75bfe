package dev.verdict.server.http;

import java.util.Map;
import java.util.TreeSet;

/** Finds the endpoint by the exact path: no patterns, no decoding, no trailing slash. */
final class Endpoints {

  static final String EVALUATION = "/access/v1/evaluation";
  static final String EVALUATIONS = "/access/v1/evaluations";
  static final String METADATA = "/.well-known/authzen-configuration";

  private final Map<String, Endpoint> byPath;

  Endpoints(Map<String, Endpoint> byPath) {
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
