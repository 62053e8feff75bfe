package dev.verdict.server.doors;

import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One question, or the defaults of a batch, in the words of each door; properties are texts. */
final class TokenQuestion {

  private final JsonObject body = new JsonObject();
  private final EvaluateRequest.Builder message = EvaluateRequest.newBuilder();

  /** To read an invoice, asked by whoever calls. */
  static TokenQuestion toRead(String invoice, String... properties) {
    return new TokenQuestion().action("read").resource("invoice", invoice, properties);
  }

  TokenQuestion subject(String id, String... properties) {
    body.put("subject", entity("user", id, properties));
    message.setSubject(
        Subject.newBuilder().setType("user").setId(id).addAllProperties(messages(properties)));
    return this;
  }

  TokenQuestion subjectToken(String token) {
    body.put("subject_token", token);
    message.setSubjectToken(token);
    return this;
  }

  TokenQuestion actor(String id) {
    body.put("actor", entity("agent", id));
    message.setActor(Actor.newBuilder().setType("agent").setId(id));
    return this;
  }

  TokenQuestion action(String name, String... properties) {
    body.put("action", new JsonObject().put("name", name).put("properties", object(properties)));
    message.setAction(Action.newBuilder().setName(name).addAllProperties(messages(properties)));
    return this;
  }

  TokenQuestion resource(String type, String id, String... properties) {
    body.put("resource", entity(type, id, properties));
    message.setResource(
        Resource.newBuilder().setType(type).setId(id).addAllProperties(messages(properties)));
    return this;
  }

  TokenQuestion context(String... properties) {
    body.put("context", object(properties));
    message.addAllContext(messages(properties));
    return this;
  }

  TokenQuestion explain() {
    body.put("options", new JsonObject().put("explain", true));
    message.setExplain(true);
    return this;
  }

  TokenQuestion details() {
    body.put("options", new JsonObject().put("details", true));
    message.setDetails(true);
    return this;
  }

  JsonObject body() {
    return body;
  }

  EvaluateRequest message() {
    return message.build();
  }

  private static JsonObject entity(String type, String id, String... properties) {
    return new JsonObject().put("type", type).put("id", id).put("properties", object(properties));
  }

  private static JsonObject object(String... properties) {
    var object = new JsonObject();
    for (int i = 0; i < properties.length; i += 2) {
      object.put(properties[i], properties[i + 1]);
    }
    return object;
  }

  private static List<Attribute> messages(String... properties) {
    var messages = new ArrayList<Attribute>();
    for (int i = 0; i < properties.length; i += 2) {
      messages.add(
          Attribute.newBuilder()
              .setName(properties[i])
              .setValue(Value.newBuilder().setText(properties[i + 1]))
              .build());
    }
    return messages;
  }
}
