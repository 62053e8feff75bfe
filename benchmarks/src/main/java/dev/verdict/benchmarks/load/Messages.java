package dev.verdict.benchmarks.load;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Access requests as messages. */
final class Messages {

  private Messages() {}

  static EvaluateRequest of(AccessRequest request) {
    Entity subject = request.subject();
    Entity resource = request.resource();
    var message =
        EvaluateRequest.newBuilder()
            .setSubject(
                Subject.newBuilder()
                    .setType(subject.type())
                    .setId(subject.id())
                    .addAllProperties(of(subject.attributes())))
            .setAction(
                Action.newBuilder()
                    .setName(request.action().name())
                    .addAllProperties(of(request.action().attributes())))
            .setResource(
                Resource.newBuilder()
                    .setType(resource.type())
                    .setId(resource.id())
                    .addAllProperties(of(resource.attributes())))
            .addAllContext(of(request.context()));
    request
        .actor()
        .ifPresent(
            actor ->
                message.setActor(
                    Actor.newBuilder()
                        .setType(actor.type())
                        .setId(actor.id())
                        .addAllProperties(of(actor.attributes()))));
    return message.build();
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
    var message = Value.newBuilder();
    if (value instanceof dev.verdict.policy.request.Value.Text text) {
      message.setText(text.text());
    } else if (value instanceof dev.verdict.policy.request.Value.Whole whole) {
      message.setInteger(whole.number());
    } else if (value instanceof dev.verdict.policy.request.Value.Decimal decimal) {
      message.setDecimal(decimal.number().toString());
    } else if (value instanceof dev.verdict.policy.request.Value.Flag flag) {
      message.setFlag(flag.flag());
    } else if (value instanceof dev.verdict.policy.request.Value.Sequence sequence) {
      message.setList(
          ValueList.newBuilder()
              .addAllValues(sequence.values().stream().map(Messages::of).toList()));
    } else if (value instanceof dev.verdict.policy.request.Value.Structure structure) {
      message.setRecord(ValueRecord.newBuilder().addAllAttributes(of(structure.attributes())));
    }
    return message.build();
  }
}
