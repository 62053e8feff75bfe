package dev.verdict.server.transport;

import dev.verdict.server.json.JsonWriter;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to the caller.
 *
 * @param body JSON; empty only where the status says that there is none
 * @param headers besides those of every answer
 * @param fault why there is no decision; absent: all is well
 */
public record Answer(int status, String body, Map<String, String> headers, Optional<Fault> fault) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer ok(JsonWriter json) {
    return new Answer(200, json.text(), Map.of(), Optional.empty());
  }

  /** The error as a JSON object: callers read every answer of the API as one. */
  public static Answer of(Fault fault) {
    return of(fault, Map.of());
  }

  public static Answer of(Fault fault, Map<String, String> headers) {
    var json = new JsonWriter().beginObject();
    fault.write(json);
    return new Answer(fault.status(), json.endObject().text(), headers, Optional.of(fault));
  }
}
