package dev.verdict.server.doors;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The decisions of the AuthZEN to-do scenario, each item of a batch as a question of its own. */
final class TodoDecisions {

  private static final Path FILE =
      Path.of("src/test/resources/authzen-todo/decisions-authorization-api-1_0-02.json");

  record Expected(String place, AccessRequest request, boolean decision) {}

  private TodoDecisions() {}

  static List<Expected> all() throws IOException {
    var decisions = new JsonObject(Files.readString(FILE));
    var all = new ArrayList<Expected>();
    JsonArray singles = decisions.getJsonArray("evaluation");
    for (int i = 0; i < singles.size(); i++) {
      JsonObject single = singles.getJsonObject(i);
      all.add(
          new Expected(
              "evaluation " + i,
              request(single.getJsonObject("request")),
              single.getBoolean("expected")));
    }
    JsonArray batches = decisions.getJsonArray("evaluations");
    for (int i = 0; i < batches.size(); i++) {
      addItems("evaluations " + i, batches.getJsonObject(i), all);
    }
    return all;
  }

  private static void addItems(String place, JsonObject batch, List<Expected> all) {
    JsonObject defaults = batch.getJsonObject("request");
    JsonArray items = defaults.getJsonArray("evaluations");
    for (int i = 0; i < items.size(); i++) {
      all.add(
          new Expected(
              place + " item " + i,
              request(defaults.copy().mergeIn(items.getJsonObject(i))),
              batch.getJsonArray("expected").getJsonObject(i).getBoolean("decision")));
    }
  }

  private static AccessRequest request(JsonObject json) {
    return new AccessRequest(
        entity(json.getJsonObject("subject")),
        new Action(json.getJsonObject("action").getString("name")),
        entity(json.getJsonObject("resource")),
        Attributes.NONE,
        Instant.EPOCH);
  }

  private static Entity entity(JsonObject json) {
    Attributes.Builder attributes = Attributes.builder();
    JsonObject properties = json.getJsonObject("properties", new JsonObject());
    for (String name : properties.fieldNames()) {
      attributes.add(name, new Value.Text(properties.getString(name)));
    }
    return new Entity(json.getString("type"), json.getString("id"), attributes.build());
  }
}
