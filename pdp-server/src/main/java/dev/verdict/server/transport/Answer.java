package dev.verdict.server.transport;

import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to the caller.
 *
 * @param body JSON; absent only where the status says that there is none
 * @param headers besides those of every answer
 * @param refusal why the call was turned away; absent: all is well
 */
public record Answer(
    int status, Optional<String> body, Map<String, String> headers, Optional<Refusal> refusal) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer ok(JsonWriter json) {
    return new Answer(200, Optional.of(json.text()), Map.of(), Optional.empty());
  }

  /** The error as a JSON object: callers read every answer of the API as one. */
  public static Answer of(Refusal refusal) {
    return of(refusal, Map.of());
  }

  public static Answer of(Refusal refusal, Map<String, String> headers) {
    return new Answer(
        refusal.kind().httpStatus(), Optional.of(error(refusal)), headers, Optional.of(refusal));
  }

  /** The body that tells a refusal. */
  static String error(Refusal refusal) {
    var json = new JsonWriter().beginObject();
    writeError(json, refusal);
    return json.endObject().text();
  }

  /** Adds {@code "error": {...}} to the object that is open. */
  public static void writeError(JsonWriter json, Refusal refusal) {
    json.beginObject("error")
        .member("status", refusal.kind().httpStatus())
        .member("message", refusal.message())
        .endObject();
  }
}
