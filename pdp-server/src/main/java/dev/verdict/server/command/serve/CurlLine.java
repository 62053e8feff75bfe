package dev.verdict.server.command.serve;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.json.JsonWriter;

/** A request as a command that can be pasted into a shell. */
final class CurlLine {

  private final String evaluationUrl;

  /**
   * @param httpUrl of the HTTP door, without a slash at its end
   */
  CurlLine(String httpUrl) {
    this.evaluationUrl = httpUrl + "/access/v1/evaluation";
  }

  String of(AccessRequest request) {
    return "curl -s "
        + evaluationUrl
        + " -H 'content-type: application/json' -d "
        + quoted(json(request));
  }

  /** In single quotes a shell leaves everything as it is, but for a single quote. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String json(AccessRequest request) {
    var json = new JsonWriter().beginObject();
    write(json, "subject", request.subject());
    json.beginObject("action").member("name", request.action().name());
    writeUnlessEmpty(json, "properties", request.action().attributes());
    json.endObject();
    write(json, "resource", request.resource());
    writeUnlessEmpty(json, "context", request.context());
    request.actor().ifPresent(actor -> write(json, "actor", actor));
    return json.endObject().text();
  }

  private static void write(JsonWriter json, String name, Entity entity) {
    json.beginObject(name).member("type", entity.type()).member("id", entity.id());
    writeUnlessEmpty(json, "properties", entity.attributes());
    json.endObject();
  }

  private static void writeUnlessEmpty(JsonWriter json, String name, Attributes attributes) {
    if (!attributes.isEmpty()) {
      json.member(name, attributes);
    }
  }
}
