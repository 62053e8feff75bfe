package dev.verdict.benchmarks.load.question;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.json.JsonWriter;
import java.util.List;

/** Access requests as JSON documents (AuthZEN 1.0 §6.1 and §7.1). */
final class Documents {

  private Documents() {}

  static String of(AccessRequest request) {
    JsonWriter json = person(request);
    entity(json.beginObject("resource"), request.resource());
    return json.endObject().text();
  }

  /** Requests that differ in their resources; all else stands once, as the default. */
  static String batch(List<AccessRequest> requests) {
    JsonWriter json = person(requests.get(0)).beginList("evaluations");
    for (AccessRequest request : requests) {
      entity(json.beginObject().beginObject("resource"), request.resource());
      json.endObject();
    }
    return json.endList().endObject().text();
  }

  private static JsonWriter person(AccessRequest request) {
    JsonWriter json = new JsonWriter().beginObject();
    entity(json.beginObject("subject"), request.subject());
    return json.beginObject("action")
        .member("name", request.action().name())
        .endObject()
        .member("context", request.context());
  }

  private static void entity(JsonWriter json, Entity entity) {
    json.member("type", entity.type())
        .member("id", entity.id())
        .member("properties", entity.attributes())
        .endObject();
  }
}
