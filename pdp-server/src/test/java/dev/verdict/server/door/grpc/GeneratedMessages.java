package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.door.question.AttributeBounds;
import dev.verdict.server.door.question.Question;
import java.util.List;

/**
 * Reads a question from the message that the generated code makes: the slow twin of the decoder.
 */
final class GeneratedMessages {

  private final AttributeBounds bounds;
  private final GeneratedAttributes attributes;
  private final Question parts = new Question();

  private GeneratedMessages(Limits limits) {
    bounds = new AttributeBounds(limits);
    attributes = new GeneratedAttributes(bounds, limits);
  }

  /**
   * Decodes a message; parts that it does not have are missing from what is returned.
   *
   * @throws InvalidRequestException naming the place, never a value
   */
  static Question decode(EvaluateRequest message, Limits limits) {
    return new GeneratedMessages(limits).parts(message);
  }

  private Question parts(EvaluateRequest message) {
    requester(message);
    if (message.hasAction()) {
      parts.action(action(message.getAction()), bounds.counted());
    }
    if (message.hasResource()) {
      var resource = message.getResource();
      parts.resource(
          entity(
              "resource",
              "resource.properties",
              resource.getType(),
              resource.getId(),
              resource.getPropertiesList()),
          bounds.counted());
    }
    if (message.getContextCount() > 0) {
      parts.context(attributes.decode("context", message.getContextList()), bounds.counted());
    }
    if (message.hasActor()) {
      var actor = message.getActor();
      parts.actor(
          entity(
              "actor",
              "actor.properties",
              actor.getType(),
              actor.getId(),
              actor.getPropertiesList()),
          bounds.counted());
    }
    parts.explain(message.getExplain());
    parts.details(message.getDetails());
    return parts;
  }

  private void requester(EvaluateRequest message) {
    switch (message.getRequesterCase()) {
      case SUBJECT -> {
        var subject = message.getSubject();
        parts.subject(
            entity(
                "subject",
                "subject.properties",
                subject.getType(),
                subject.getId(),
                subject.getPropertiesList()),
            bounds.counted());
      }
      case SUBJECT_TOKEN -> parts.subjectToken(message.getSubjectToken());
      case REQUESTER_NOT_SET -> {
        // the defaults of the batch may have it, or the caller's own token
      }
    }
  }

  private Entity entity(
      String what, String place, String type, String id, List<Attribute> properties) {
    Attributes decoded = attributes.decode(place, properties);
    try {
      return new Entity(type, id, decoded);
    } catch (InvalidRequestException invalid) {
      throw in(what, invalid);
    }
  }

  private Action action(dev.verdict.proto.v1.Action message) {
    Attributes properties = attributes.decode("action.properties", message.getPropertiesList());
    try {
      return new Action(message.getName(), properties);
    } catch (InvalidRequestException invalid) {
      throw in("action", invalid);
    }
  }

  private static InvalidRequestException in(String what, InvalidRequestException invalid) {
    return new InvalidRequestException("`" + what + "`: " + invalid.getMessage());
  }
}
