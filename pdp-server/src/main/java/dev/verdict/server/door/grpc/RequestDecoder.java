package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.server.identity.SubjectClaim;
import java.util.Optional;

/**
 * Turns one message from outside into a question; nothing else does. What it lets through keeps
 * every bound of a request.
 */
final class RequestDecoder {

  private final AttributeDecoder attributes;

  private RequestDecoder(Limits limits) {
    attributes = new AttributeDecoder(limits);
  }

  /**
   * @throws InvalidRequestException naming the place, never a value
   */
  static Question decode(EvaluateRequest message, Limits limits) {
    return new RequestDecoder(limits).question(message);
  }

  private Question question(EvaluateRequest message) {
    if (!message.hasAction()) {
      throw new InvalidRequestException("`action` is missing");
    }
    if (!message.hasResource()) {
      throw new InvalidRequestException("`resource` is missing");
    }
    return new Question(
        claim(message),
        action(message.getAction()),
        resource(message.getResource()),
        attributes.decode("context", message.getContextList()),
        message.hasActor() ? Optional.of(actor(message.getActor())) : Optional.empty());
  }

  private SubjectClaim claim(EvaluateRequest message) {
    return switch (message.getRequesterCase()) {
      case SUBJECT -> new SubjectClaim.Asserted(subject(message.getSubject()));
      case SUBJECT_TOKEN -> token(message.getSubjectToken());
      case REQUESTER_NOT_SET -> new SubjectClaim.OfTheCall();
    };
  }

  private static SubjectClaim token(String token) {
    if (token.isEmpty()) {
      throw new InvalidRequestException("`subject_token` is empty");
    }
    return new SubjectClaim.Token(token);
  }

  private Entity subject(Subject message) {
    Attributes properties = attributes.decode("subject.properties", message.getPropertiesList());
    return entity("subject", message.getType(), message.getId(), properties);
  }

  private Entity resource(Resource message) {
    Attributes properties = attributes.decode("resource.properties", message.getPropertiesList());
    return entity("resource", message.getType(), message.getId(), properties);
  }

  private Entity actor(Actor message) {
    Attributes properties = attributes.decode("actor.properties", message.getPropertiesList());
    return entity("actor", message.getType(), message.getId(), properties);
  }

  private static Entity entity(String what, String type, String id, Attributes properties) {
    try {
      return new Entity(type, id, properties);
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
