package dev.verdict.server.door.grpc;

import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;

/** Messages for tests. */
final class Messages {

  private Messages() {}

  /** Alice asks for that action on invoice 1. */
  static EvaluateRequest.Builder question(String action) {
    return EvaluateRequest.newBuilder()
        .setSubject(Subject.newBuilder().setType("user").setId("alice"))
        .setAction(Action.newBuilder().setName(action))
        .setResource(Resource.newBuilder().setType("invoice").setId("1"));
  }

  /** The same, and the invoice has these properties. */
  static EvaluateRequest about(Attribute... properties) {
    EvaluateRequest.Builder question = question("read");
    question.getResourceBuilder().addAllProperties(java.util.List.of(properties));
    return question.build();
  }

  static Attribute attribute(String name, Value value) {
    return Attribute.newBuilder().setName(name).setValue(value).build();
  }

  static Value text(String text) {
    return Value.newBuilder().setText(text).build();
  }

  static Value decimal(String text) {
    return Value.newBuilder().setDecimal(text).build();
  }

  static Value list(Value... values) {
    return Value.newBuilder()
        .setList(ValueList.newBuilder().addAllValues(java.util.List.of(values)))
        .build();
  }

  /** Lists in lists, that many. */
  static Value nested(int depth) {
    Value value = text("inside");
    for (int i = 0; i < depth; i++) {
      value = list(value);
    }
    return value;
  }
}
