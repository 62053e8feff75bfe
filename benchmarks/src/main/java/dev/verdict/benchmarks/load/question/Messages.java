package dev.verdict.benchmarks.load.question;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Access requests as messages. */
final class Messages {

  private Messages() {}

  static EvaluateRequest of(AccessRequest request) {
    return person(request).setResource(resource(request)).build();
  }

  /** Requests that differ in their resources; all else stands once, as the default. */
  static EvaluateBatchRequest batch(List<AccessRequest> requests) {
    var message = EvaluateBatchRequest.newBuilder().setDefaults(person(requests.get(0)));
    for (AccessRequest request : requests) {
      message.addEvaluations(EvaluateRequest.newBuilder().setResource(resource(request)));
    }
    return message.build();
  }

  private static EvaluateRequest.Builder person(AccessRequest request) {
    Entity subject = request.subject();
    return EvaluateRequest.newBuilder()
        .setSubject(
            Subject.newBuilder()
                .setType(subject.type())
                .setId(subject.id())
                .addAllProperties(of(subject.attributes())))
        .setAction(Action.newBuilder().setName(request.action().name()))
        .addAllContext(of(request.context()));
  }

  private static Resource resource(AccessRequest request) {
    Entity resource = request.resource();
    return Resource.newBuilder()
        .setType(resource.type())
        .setId(resource.id())
        .addAllProperties(of(resource.attributes()))
        .build();
  }

  private static List<Attribute> of(Attributes attributes) {
    var messages = new ArrayList<Attribute>();
    for (String name : attributes.names()) {
      var value = Objects.requireNonNull(attributes.get(name));
      messages.add(Attribute.newBuilder().setName(name).setValue(of(value)).build());
    }
    return messages;
  }

  private static Value of(dev.verdict.policy.request.Value value) {
    return value.accept(new ValueMessage()).build();
  }

  private static final class ValueMessage
      implements dev.verdict.policy.request.Value.Visitor<Value.Builder> {

    private final Value.Builder message = Value.newBuilder();

    @Override
    public Value.Builder text(String text) {
      return message.setText(text);
    }

    @Override
    public Value.Builder whole(long number) {
      return message.setInteger(number);
    }

    @Override
    public Value.Builder decimal(BigDecimal number) {
      return message.setDecimal(number.toString());
    }

    @Override
    public Value.Builder flag(boolean flag) {
      return message.setFlag(flag);
    }

    @Override
    public Value.Builder sequence(List<dev.verdict.policy.request.Value> values) {
      return message.setList(
          ValueList.newBuilder().addAllValues(values.stream().map(Messages::of).toList()));
    }

    @Override
    public Value.Builder structure(Attributes attributes) {
      return message.setRecord(ValueRecord.newBuilder().addAllAttributes(of(attributes)));
    }
  }
}
