package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.door.question.AttributeBounds;
import dev.verdict.server.door.question.Question;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The obvious way to read a question, for comparison with {@link QuestionReader}: takes the members
 * of the whole body as values, and picks out one after the other.
 */
final class DocumentQuestionReader {

  private final AttributeBounds bounds;
  private final Question parts = new Question();

  private DocumentQuestionReader(Limits limits) {
    bounds = new AttributeBounds(limits);
  }

  static Question read(Attributes members, Limits limits) {
    return new DocumentQuestionReader(limits).parts(members);
  }

  /** The items of a batch; none where there are none. */
  static List<Value> items(Attributes members) {
    Value items = members.get("evaluations");
    if (items == null) {
      return List.of();
    }
    return as(Value.Sequence.class, items).values();
  }

  private Question parts(Attributes members) {
    Attributes options = object(members, "options");
    semantic(members);
    parts.explain(flag(options, "explain"));
    parts.details(flag(options, "details"));
    if (members.get("subject") != null) {
      parts.subject(entity(members, "subject"), bounds.counted());
    }
    if (members.get("subject_token") != null) {
      parts.subjectToken(text(members, "subject_token"));
    }
    if (members.get("action") != null) {
      Attributes action = object(members, "action");
      parts.action(new Action(text(action, "name"), properties(action)), bounds.counted());
    }
    if (members.get("resource") != null) {
      parts.resource(entity(members, "resource"), bounds.counted());
    }
    if (members.get("context") != null) {
      bounds.enter("context");
      Attributes context = object(members, "context");
      new Walk().members(context);
      parts.context(context, bounds.counted());
    }
    if (members.get("actor") != null) {
      parts.actor(entity(members, "actor"), bounds.counted());
    }
    return parts;
  }

  static BatchSemantic semantic(Attributes members) {
    Attributes options = object(members, "options");
    if (options.get("evaluations_semantic") == null) {
      return BatchSemantic.EXECUTE_ALL;
    }
    String word = text(options, "evaluations_semantic");
    return Arrays.stream(BatchSemantic.values())
        .filter(semantic -> semantic.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidRequestException("there is no such semantic"));
  }

  private Entity entity(Attributes members, String name) {
    Attributes entity = object(members, name);
    return new Entity(text(entity, "type"), text(entity, "id"), properties(entity));
  }

  private Attributes properties(Attributes members) {
    bounds.enter("properties");
    Attributes properties = object(members, "properties");
    new Walk().members(properties);
    return properties;
  }

  private static Attributes object(Attributes members, String name) {
    Value value = members.get(name);
    return value == null ? Attributes.NONE : as(Value.Structure.class, value).attributes();
  }

  private static String text(Attributes members, String name) {
    Value value = members.get(name);
    if (value == null) {
      throw new InvalidRequestException(name + " is missing");
    }
    return as(Value.Text.class, value).text();
  }

  private static boolean flag(Attributes members, String name) {
    Value value = members.get(name);
    return value != null && as(Value.Flag.class, value).flag();
  }

  private static <T extends Value> T as(Class<T> kind, Value value) {
    if (!kind.isInstance(value)) {
      throw new InvalidRequestException("a member is not a " + kind.getSimpleName());
    }
    return kind.cast(value);
  }

  /** Counts attributes and keeps them within the bounds. */
  private final class Walk implements Value.Visitor<Void> {

    private int depth;

    void members(Attributes attributes) {
      for (String name : attributes.names()) {
        bounds.name(name);
        next(attributes.get(name));
      }
    }

    private void next(Value value) {
      bounds.value();
      value.accept(this);
    }

    @Override
    public Void text(String text) {
      bounds.text(text);
      return null;
    }

    @Override
    public Void whole(long number) {
      return null;
    }

    @Override
    public Void decimal(BigDecimal number) {
      return null;
    }

    @Override
    public Void flag(boolean flag) {
      return null;
    }

    @Override
    public Void sequence(List<Value> values) {
      depth = bounds.deeper(depth);
      values.forEach(this::next);
      depth--;
      return null;
    }

    @Override
    public Void structure(Attributes attributes) {
      depth = bounds.deeper(depth);
      members(attributes);
      depth--;
      return null;
    }
  }
}
