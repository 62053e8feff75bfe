package dev.verdict.server.grpc;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
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
    var message = dev.verdict.proto.v1.Value.newBuilder();
    if (value instanceof Value.Text text) {
      message.setText(text.text());
    } else if (value instanceof Value.Whole whole) {
      message.setInteger(whole.number());
    } else if (value instanceof Value.Decimal decimal) {
      message.setDecimal(decimal.number().toString());
    } else if (value instanceof Value.Flag flag) {
      message.setFlag(flag.flag());
    } else if (value instanceof Value.Sequence sequence) {
      message.setList(list(sequence));
    } else if (value instanceof Value.Structure structure) {
      message.setRecord(ValueRecord.newBuilder().addAllAttributes(encode(structure.attributes())));
    }
    return message.build();
  }

  private static ValueList list(Value.Sequence sequence) {
    var list = ValueList.newBuilder();
    for (Value value : sequence.values()) {
      list.addValues(encode(value));
    }
    return list.build();
  }
}
