package dev.verdict.server.doors;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks over HTTP, as AuthZEN 1.0 has it. */
final class HttpCaller implements Door {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  HttpCaller(InetSocketAddress address) {
    this.base = URI.create("http://127.0.0.1:" + address.getPort());
  }

  @Override
  public Answer ask(AccessRequest request) throws Exception {
    JsonObject answer = post("/access/v1/evaluation", json(request));
    JsonObject context = answer.getJsonObject("context");
    JsonObject reason = context.getJsonObject("reason");
    JsonObject fields =
        context.getJsonObject("fields", new JsonObject().put("except", new JsonArray()));
    boolean complement = fields.containsKey("except");
    boolean permitted = answer.getBoolean("decision");
    return new Answer(
        permitted,
        reason.getString("code"),
        Optional.ofNullable(reason.getString("rule")),
        Answer.fields(
            permitted, complement, strings(fields.getJsonArray(complement ? "except" : "only"))),
        context.getJsonArray("obligations", new JsonArray()).stream()
            .map(obligation -> ((JsonObject) obligation).getString("type"))
            .toList(),
        context.getJsonArray("grants", new JsonArray()).stream().map(Object::toString).toList(),
        context.getString("revision"));
  }

  @Override
  public List<Boolean> askAll(List<AccessRequest> requests) throws Exception {
    var items = new JsonArray();
    requests.forEach(request -> items.add(json(request)));
    JsonArray answers =
        post("/access/v1/evaluations", new JsonObject().put("evaluations", items))
            .getJsonArray("evaluations");
    return IntStream.range(0, answers.size())
        .mapToObj(i -> answers.getJsonObject(i).getBoolean("decision"))
        .toList();
  }

  private JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return new JsonObject(response.body());
  }

  private static JsonObject json(AccessRequest request) {
    var body =
        new JsonObject()
            .put("subject", json(request.subject()))
            .put(
                "action",
                new JsonObject()
                    .put("name", request.action().name())
                    .put("properties", json(request.action().attributes())))
            .put("resource", json(request.resource()))
            .put("context", json(request.context()));
    request.actor().ifPresent(actor -> body.put("actor", json(actor)));
    return body;
  }

  private static JsonObject json(Entity entity) {
    return new JsonObject()
        .put("type", entity.type())
        .put("id", entity.id())
        .put("properties", json(entity.attributes()));
  }

  private static JsonObject json(Attributes attributes) {
    var object = new JsonObject();
    attributes.names().forEach(name -> object.put(name, json(attributes.get(name))));
    return object;
  }

  private static Object json(Value value) {
    Object plain = PlainValues.of(value);
    return plain instanceof List<?> list ? new JsonArray(list) : plain;
  }

  private static Set<String> strings(JsonArray array) {
    return array.stream().map(Object::toString).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    // the client has nothing to close on Java 17
  }
}
