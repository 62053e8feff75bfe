package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.WireFields.DELIMITED;
import static dev.verdict.server.door.grpc.WireFields.TYPE_BITS;
import static dev.verdict.server.door.grpc.WireFields.VARINT;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Subject;
import dev.verdict.server.door.question.AttributeBounds;
import dev.verdict.server.door.question.Question;
import java.io.IOException;

/**
 * Turns the fields of one message from outside into the parts of a question; nothing else does.
 * What it lets through keeps every bound of a request.
 */
final class RequestDecoder {

  private static final int SUBJECT = EvaluateRequest.SUBJECT_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int SUBJECT_TOKEN =
      EvaluateRequest.SUBJECT_TOKEN_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int ACTION = EvaluateRequest.ACTION_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int RESOURCE =
      EvaluateRequest.RESOURCE_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int CONTEXT = EvaluateRequest.CONTEXT_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int ACTOR = EvaluateRequest.ACTOR_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int EXPLAIN = EvaluateRequest.EXPLAIN_FIELD_NUMBER << TYPE_BITS | VARINT;
  private static final int DETAILS = EvaluateRequest.DETAILS_FIELD_NUMBER << TYPE_BITS | VARINT;

  // of subjects, resources and actors alike
  private static final int TYPE = Subject.TYPE_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int ID = Subject.ID_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int PROPERTIES = Subject.PROPERTIES_FIELD_NUMBER << TYPE_BITS | DELIMITED;

  private static final int ACTION_NAME =
      dev.verdict.proto.v1.Action.NAME_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int ACTION_PROPERTIES =
      dev.verdict.proto.v1.Action.PROPERTIES_FIELD_NUMBER << TYPE_BITS | DELIMITED;

  private final WireFields fields;
  private final KnownNames names;
  private final AttributeBounds bounds;
  private final AttributeDecoder attributes;
  private final Question parts = new Question();

  private RequestDecoder(WireFields fields, Limits limits, KnownNames names) {
    this.fields = fields;
    this.names = names;
    bounds = new AttributeBounds(limits);
    attributes = new AttributeDecoder(fields, bounds, limits, names);
  }

  /**
   * Decodes messages; parts that one does not have are missing from the question.
   *
   * @param nesting how many messages each stands in
   */
  static MessageDecoder<Question> of(Limits limits, int nesting) {
    var names = new KnownNames();
    return new MessageDecoder<>(
        (bytes, start, end) -> question(new WireFields(bytes, start, end, nesting), limits, names),
        input -> EvaluateRequest.parseFrom(input).toByteArray(),
        nesting);
  }

  private static Question question(WireFields fields, Limits limits, KnownNames names)
      throws IOException {
    var decoder = new RequestDecoder(fields, limits, names);
    decoder.read();
    return decoder.parts;
  }

  private void read() throws IOException {
    int last = 0;
    int tag = fields.next();
    while (tag != 0) {
      switch (tag) {
        case SUBJECT -> {
          last = WireFields.after(last, tag);
          parts.subject(entity("subject", "subject.properties"), bounds.counted());
        }
        case SUBJECT_TOKEN -> {
          last = WireFields.alone(last, tag);
          parts.subjectToken(fields.text());
        }
        case ACTION -> {
          last = WireFields.after(last, tag);
          parts.action(action(), bounds.counted());
        }
        case RESOURCE -> {
          last = WireFields.after(last, tag);
          parts.resource(entity("resource", "resource.properties"), bounds.counted());
        }
        case CONTEXT -> {
          last = WireFields.after(last, tag);
          tag = context();
          continue;
        }
        case ACTOR -> {
          last = WireFields.after(last, tag);
          parts.actor(entity("actor", "actor.properties"), bounds.counted());
        }
        case EXPLAIN -> parts.explain(fields.flag());
        case DETAILS -> parts.details(fields.flag());
        default -> fields.skip(tag);
      }
      tag = fields.next();
    }
  }

  /** Reads the attributes of the context, and the tag of the field that follows them. */
  private int context() throws IOException {
    attributes.enter("context");
    int tag;
    do {
      attributes.read();
      tag = fields.next();
    } while (tag == CONTEXT);
    parts.context(attributes.leave(), bounds.counted());
    return tag;
  }

  private Entity entity(String what, String place) throws IOException {
    String type = "";
    String id = "";
    attributes.enter(place);
    int outside = fields.enter();
    int last = 0;
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      switch (tag) {
        case TYPE -> {
          last = WireFields.after(last, tag);
          type = fields.name(names);
        }
        case ID -> {
          last = WireFields.after(last, tag);
          id = fields.text();
        }
        case PROPERTIES -> {
          last = WireFields.notBefore(last, tag);
          attributes.read();
        }
        default -> fields.skip(tag);
      }
    }
    fields.leave(outside);
    Attributes properties = attributes.leave();
    try {
      return new Entity(type, id, properties);
    } catch (InvalidRequestException invalid) {
      throw in(what, invalid);
    }
  }

  private Action action() throws IOException {
    String name = "";
    attributes.enter("action.properties");
    int outside = fields.enter();
    int last = 0;
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      switch (tag) {
        case ACTION_NAME -> {
          last = WireFields.after(last, tag);
          name = fields.name(names);
        }
        case ACTION_PROPERTIES -> {
          last = WireFields.notBefore(last, tag);
          attributes.read();
        }
        default -> fields.skip(tag);
      }
    }
    fields.leave(outside);
    Attributes properties = attributes.leave();
    try {
      return new Action(name, properties);
    } catch (InvalidRequestException invalid) {
      throw in("action", invalid);
    }
  }

  private static InvalidRequestException in(String what, InvalidRequestException invalid) {
    return new InvalidRequestException("`" + what + "`: " + invalid.getMessage());
  }
}
