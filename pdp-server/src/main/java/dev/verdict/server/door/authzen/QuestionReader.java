package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.AttributeBounds;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.json.JsonTokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a question (AuthZEN 1.0 §5 and §6.1, and our {@code actor} and {@code
 * subject_token}) from the members of a JSON object, in whatever order they come. Members that it
 * does not know are ignored; one that it knows must have the right type. Messages name the member
 * that is missing or wrong, never a value.
 */
final class QuestionReader {

  private final JsonTokens json;
  private final AttributeBounds bounds;
  private final AttributeReader attributes;
  private final Question parts = new Question();
  private EvaluationOptions options = EvaluationOptions.NONE;
  private @Nullable String subjectToken;

  QuestionReader(JsonTokens json, Limits limits) {
    this.json = json;
    this.bounds = new AttributeBounds(limits);
    this.attributes = new AttributeReader(json, bounds);
  }

  /**
   * Reads the rest of the object that was begun.
   *
   * @throws InvalidRequestException where it cannot be understood
   */
  Question read() {
    while (json.nextMember()) {
      readMember();
    }
    return question();
  }

  /** Reads the member at hand; skips it where it is no part of a question. */
  void readMember() {
    if (json.isNull()) {
      return;
    }
    if (json.nameIs("subject")) {
      parts.subject(entity(EntityPaths.SUBJECT), bounds.counted());
    } else if (json.nameIs("action")) {
      parts.action(action(), bounds.counted());
    } else if (json.nameIs("resource")) {
      parts.resource(entity(EntityPaths.RESOURCE), bounds.counted());
    } else if (json.nameIs("context")) {
      parts.context(attributes.read("context"), bounds.counted());
    } else if (json.nameIs("actor")) {
      parts.actor(entity(EntityPaths.ACTOR), bounds.counted());
    } else if (json.nameIs("subject_token")) {
      subjectToken = Member.text(json, "subject_token");
    } else if (json.nameIs("options")) {
      options = EvaluationOptions.read(json);
    } else {
      json.skip();
    }
  }

  /** What was read of the question, once all members are. */
  Question question() {
    if (subjectToken != null) {
      parts.subjectToken(subjectToken);
    }
    parts.explain(options.explain());
    parts.details(options.details());
    return parts;
  }

  /** How the caller wants to be answered, once all members are read. */
  EvaluationOptions options() {
    return options;
  }

  private Entity entity(EntityPaths paths) {
    Member.beginObject(json, paths.entity());
    bounds.enter(paths.properties());
    @Nullable String type = null;
    @Nullable String id = null;
    Attributes properties = Attributes.NONE;
    while (json.nextMember()) {
      if (json.isNull()) {
        continue;
      }
      if (json.nameIs("type")) {
        type = Member.text(json, paths.type());
      } else if (json.nameIs("id")) {
        id = Member.text(json, paths.id());
      } else if (json.nameIs("properties")) {
        properties = attributes.read(paths.properties());
      } else {
        json.skip();
      }
    }
    String givenType = Member.required(type, paths.type());
    String givenId = Member.required(id, paths.id());
    try {
      return new Entity(givenType, givenId, properties);
    } catch (InvalidRequestException invalid) {
      throw in(paths.entity(), invalid);
    }
  }

  private Action action() {
    Member.beginObject(json, "action");
    bounds.enter("action.properties");
    @Nullable String name = null;
    Attributes properties = Attributes.NONE;
    while (json.nextMember()) {
      if (json.isNull()) {
        continue;
      }
      if (json.nameIs("name")) {
        name = Member.text(json, "action.name");
      } else if (json.nameIs("properties")) {
        properties = attributes.read("action.properties");
      } else {
        json.skip();
      }
    }
    String givenName = Member.required(name, "action.name");
    try {
      return new Action(givenName, properties);
    } catch (InvalidRequestException invalid) {
      throw in("action", invalid);
    }
  }

  private static InvalidRequestException in(String what, InvalidRequestException invalid) {
    return new InvalidRequestException("`" + what + "`: " + invalid.getMessage());
  }
}
