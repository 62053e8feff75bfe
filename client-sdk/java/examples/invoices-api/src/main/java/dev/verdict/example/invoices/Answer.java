package dev.verdict.example.invoices;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the API says: a status and a body of JSON. */
record Answer(int status, String body) {

  static Answer ok(JsonObject body) {
    return new Answer(200, body.encode());
  }

  static Answer ok(JsonArray body) {
    return new Answer(200, body.encode());
  }

  static Answer created(JsonObject body) {
    return new Answer(201, body.encode());
  }

  static Answer error(int status, String message) {
    return new Answer(status, new JsonObject().put("error", message).encode());
  }

  /** For what is not there, and for what the caller may not even know to be there. */
  static Answer notFound() {
    return error(404, "no such invoice");
  }

  static Answer notPermitted() {
    return error(403, "not permitted");
  }
}
