package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.DecimalText;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.server.door.question.AttributeBounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads attributes from generated messages. */
final class GeneratedAttributes {

  private final ValuePath path;
  private final AttributeBounds bounds;

  GeneratedAttributes(AttributeBounds bounds, Limits limits) {
    this.path = new ValuePath(limits.of(Limit.DEPTH));
    this.bounds = bounds;
  }

  /**
   * @param place names the list in messages, as {@code resource.properties}
   */
  Attributes decode(String place, List<Attribute> messages) {
    path.enter(place);
    bounds.enter(place);
    return attributes(messages, 0);
  }

  private Attributes attributes(List<Attribute> messages, int depth) {
    if (messages.isEmpty()) {
      return Attributes.NONE;
    }
    var result = Attributes.builder();
    for (int i = 0; i < messages.size(); i++) {
      path.atAttribute(depth, i);
      Attribute message = messages.get(i);
      bounds.name(message.getName());
      if (!result.add(message.getName(), value(message.getValue(), depth))) {
        throw invalid(path.to(depth) + ".name", "stands twice in one list");
      }
    }
    return result.build();
  }

  private Value value(dev.verdict.proto.v1.Value message, int depth) {
    bounds.value();
    return switch (message.getKindCase()) {
      case TEXT -> new Value.Text(text(message.getText()));
      case INTEGER -> new Value.Whole(message.getInteger());
      case DECIMAL -> new Value.Decimal(decimal(message.getDecimal(), depth));
      case FLAG -> new Value.Flag(message.getFlag());
      case LIST -> sequence(message.getList(), depth);
      case RECORD ->
          new Value.Structure(
              attributes(message.getRecord().getAttributesList(), bounds.deeper(depth)));
      case KIND_NOT_SET -> throw invalid(path.toValue(depth), "has no kind");
    };
  }

  private Value sequence(ValueList list, int depth) {
    int inside = bounds.deeper(depth);
    var result = new ArrayList<Value>(list.getValuesCount());
    for (int i = 0; i < list.getValuesCount(); i++) {
      path.atElement(inside, i);
      result.add(value(list.getValues(i), inside));
    }
    return new Value.Sequence(result);
  }

  private BigDecimal decimal(String text, int depth) {
    BigDecimal number = DecimalText.read(text);
    if (number == null) {
      throw invalid(
          path.toValue(depth),
          "is not a decimal number of at most "
              + DecimalText.MAX_DIGITS
              + " digits that a double could hold");
    }
    return number;
  }

  private String text(String text) {
    bounds.text(text);
    return text;
  }

  private static InvalidRequestException invalid(String place, String problem) {
    return new InvalidRequestException("`" + place + "` " + problem);
  }
}
