package dev.verdict.server.door.authzen;

import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Call;
import dev.verdict.server.transport.Endpoint;
import dev.verdict.server.transport.RequestHeader;
import dev.verdict.server.transport.Responder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Tells callers where the endpoints are (AuthZEN 1.0 §9). */
final class MetadataEndpoint implements Endpoint {

  private static final String CACHE_CONTROL = "public, max-age=3600";

  private final byte[] document;
  private final String tag;

  MetadataEndpoint(PublicUrl url) {
    this.document =
        new JsonWriter()
            .beginObject()
            .member("policy_decision_point", url.base())
            .member("access_evaluation_endpoint", url.base() + Paths.EVALUATION)
            .member("access_evaluations_endpoint", url.base() + Paths.EVALUATIONS)
            .endObject()
            .bytes();
    this.tag = "\"" + digest(document) + "\"";
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "HEAD");
  }

  @Override
  public void answer(Call call, Responder responder) {
    Map<String, String> headers = Map.of("cache-control", CACHE_CONTROL, "etag", tag);
    boolean known = call.header(RequestHeader.IF_NONE_MATCH).contains(tag);
    responder.answer(known ? Answer.notModified(headers) : Answer.ok(document, headers));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
