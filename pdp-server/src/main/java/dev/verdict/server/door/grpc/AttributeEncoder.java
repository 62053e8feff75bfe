package dev.verdict.server.door.grpc;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes attributes as messages: the properties of obligations and advice. */
final class AttributeEncoder {

  private AttributeEncoder() {}

  static List<Attribute> encode(Attributes attributes) {
    var messages = new ArrayList<Attribute>(attributes.size());
    for (String name : attributes.names()) {
      Value value = Objects.requireNonNull(attributes.get(name));
      messages.add(Attribute.newBuilder().setName(name).setValue(encode(value)).build());
    }
    return messages;
  }

  private static dev.verdict.proto.v1.Value encode(Value value) {
    return value.accept(new ValueEncoder()).build();
  }

  private static final class ValueEncoder
      implements Value.Visitor<dev.verdict.proto.v1.Value.Builder> {

    private final dev.verdict.proto.v1.Value.Builder message =
        dev.verdict.proto.v1.Value.newBuilder();

    @Override
    public dev.verdict.proto.v1.Value.Builder text(String text) {
      return message.setText(text);
    }

    @Override
    public dev.verdict.proto.v1.Value.Builder whole(long number) {
      return message.setInteger(number);
    }

    @Override
    public dev.verdict.proto.v1.Value.Builder decimal(BigDecimal number) {
      return message.setDecimal(number.toString());
    }

    @Override
    public dev.verdict.proto.v1.Value.Builder flag(boolean flag) {
      return message.setFlag(flag);
    }

    @Override
    public dev.verdict.proto.v1.Value.Builder sequence(List<Value> values) {
      var list = ValueList.newBuilder();
      values.forEach(value -> list.addValues(encode(value)));
      return message.setList(list);
    }

    @Override
    public dev.verdict.proto.v1.Value.Builder structure(Attributes attributes) {
      return message.setRecord(ValueRecord.newBuilder().addAllAttributes(encode(attributes)));
    }
  }
}
