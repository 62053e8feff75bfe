package dev.verdict.server.transport;

import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes back to the caller. Safe for use by many threads, and to be given more than once. */
public final class Answer {

  private final int status;
  private final byte @Nullable [] body;
  private final Map<String, String> headers;
  private final @Nullable Refusal refusal;

  private Answer(
      int status, byte @Nullable [] body, Map<String, String> headers, @Nullable Refusal refusal) {
    this.status = status;
    this.body = body;
    this.headers = Map.copyOf(headers);
    this.refusal = refusal;
  }

  /** All is well. */
  public static Answer ok(JsonWriter json) {
    return ok(json.bytes());
  }

  /**
   * All is well.
   *
   * @param json not to be changed any more
   */
  public static Answer ok(byte[] json) {
    return new Answer(200, json, Map.of(), null);
  }

  /**
   * All is well, with more headers than every answer has.
   *
   * @param json not to be changed any more
   */
  public static Answer ok(byte[] json, Map<String, String> headers) {
    return new Answer(200, json, headers, null);
  }

  /** The caller has the body already. */
  public static Answer notModified(Map<String, String> headers) {
    return new Answer(304, null, headers, null);
  }

  /** The error as a JSON object: callers read every answer of the API as one. */
  public static Answer of(Refusal refusal) {
    return of(refusal, Map.of());
  }

  public static Answer of(Refusal refusal, Map<String, String> headers) {
    return new Answer(refusal.kind().httpStatus(), error(refusal), headers, refusal);
  }

  /** The body that tells a refusal. */
  static byte[] error(Refusal refusal) {
    var json = new JsonWriter().beginObject();
    writeError(json, refusal);
    return json.endObject().bytes();
  }

  /** Adds {@code "error": {...}} to the object that is open. */
  public static void writeError(JsonWriter json, Refusal refusal) {
    json.beginObject("error")
        .member("status", refusal.kind().httpStatus())
        .member("message", refusal.message())
        .endObject();
  }

  public int status() {
    return status;
  }

  /** JSON, not to be changed; null only where the status says that there is none. */
  public byte @Nullable [] body() {
    return body;
  }

  /** Besides those of every answer. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Why the call was turned away; absent: all is well. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }
}
