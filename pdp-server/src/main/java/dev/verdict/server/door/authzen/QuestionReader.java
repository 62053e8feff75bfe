package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.AttributeBounds;
import dev.verdict.server.door.question.Question;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a question (AuthZEN 1.0 §5 and §6.1, and our {@code actor} and {@code
 * subject_token}) from a JSON object. Members that it does not know are ignored; one that it knows
 * must have the right type.
 */
final class QuestionReader {

  private final AttributeBounds bounds;
  private final Question parts = new Question();

  private QuestionReader(Limits limits) {
    this.bounds = new AttributeBounds(limits);
  }

  /**
   * Reads a body, or an item of a batch.
   *
   * @throws InvalidRequestException naming the member that is missing or wrong, never a value
   */
  static Question read(Attributes members, Limits limits) {
    return new QuestionReader(limits).parts(members);
  }

  private Question parts(Attributes members) {
    EvaluationOptions options = EvaluationOptions.read(members);
    parts.explain(options.explain());
    parts.details(options.details());
    @Nullable Attributes subject = Member.object(members, "subject");
    if (subject != null) {
      parts.subject(entity(subject, "subject", "subject.properties"), bounds.counted());
    }
    Member.text(members, "subject_token").ifPresent(parts::subjectToken);
    @Nullable Attributes action = Member.object(members, "action");
    if (action != null) {
      parts.action(action(action), bounds.counted());
    }
    @Nullable Attributes resource = Member.object(members, "resource");
    if (resource != null) {
      parts.resource(entity(resource, "resource", "resource.properties"), bounds.counted());
    }
    @Nullable Attributes context = Member.object(members, "context");
    if (context != null) {
      parts.context(context, bounds.check("context", context));
    }
    @Nullable Attributes actor = Member.object(members, "actor");
    if (actor != null) {
      parts.actor(entity(actor, "actor", "actor.properties"), bounds.counted());
    }
    return parts;
  }

  private Entity entity(Attributes members, String what, String place) {
    String type = Member.requiredText(members, what, "type");
    String id = Member.requiredText(members, what, "id");
    Attributes properties = properties(members, what, place);
    try {
      return new Entity(type, id, properties);
    } catch (InvalidRequestException invalid) {
      throw in(what, invalid);
    }
  }

  private Action action(Attributes members) {
    String name = Member.requiredText(members, "action", "name");
    Attributes properties = properties(members, "action", "action.properties");
    try {
      return new Action(name, properties);
    } catch (InvalidRequestException invalid) {
      throw in("action", invalid);
    }
  }

  private Attributes properties(Attributes members, String what, String place) {
    @Nullable Attributes properties = Member.object(members, what, "properties");
    if (properties == null) {
      bounds.enter(place);
      return Attributes.NONE;
    }
    bounds.check(place, properties);
    return properties;
  }

  private static InvalidRequestException in(String what, InvalidRequestException invalid) {
    return new InvalidRequestException("`" + what + "`: " + invalid.getMessage());
  }
}
