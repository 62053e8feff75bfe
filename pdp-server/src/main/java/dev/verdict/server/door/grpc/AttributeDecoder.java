package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.ValueList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Decodes the attributes of one request, all of them against one budget of values. */
final class AttributeDecoder {

  private final ValuePath path;
  private final Limits limits;
  private int values;

  AttributeDecoder(Limits limits) {
    this.path = new ValuePath(limits.of(Limit.DEPTH));
    this.limits = limits;
  }

  /**
   * @param place names the list in messages, as {@code resource.properties}
   */
  Attributes decode(String place, List<Attribute> messages) {
    path.enter(place);
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
      checkName(message.getName(), depth);
      if (!result.add(message.getName(), value(message.getValue(), depth))) {
        throw invalid(path.to(depth) + ".name", "stands twice in one list");
      }
    }
    return result.build();
  }

  private Value value(dev.verdict.proto.v1.Value message, int depth) {
    values++;
    int limit = limits.of(Limit.VALUES);
    if (values > limit) {
      throw new InvalidRequestException("the request holds too many values (limit " + limit + ")");
    }
    return switch (message.getKindCase()) {
      case TEXT -> new Value.Text(text(message.getText(), depth));
      case INTEGER -> new Value.Whole(message.getInteger());
      case DECIMAL -> new Value.Decimal(decimal(message.getDecimal(), depth));
      case FLAG -> new Value.Flag(message.getFlag());
      case LIST -> sequence(message.getList(), depth);
      case RECORD ->
          new Value.Structure(attributes(message.getRecord().getAttributesList(), deeper(depth)));
      case KIND_NOT_SET -> throw invalid(path.toValue(depth), "has no kind");
    };
  }

  private Value sequence(ValueList list, int depth) {
    int inside = deeper(depth);
    var result = new ArrayList<Value>(list.getValuesCount());
    for (int i = 0; i < list.getValuesCount(); i++) {
      path.atElement(inside, i);
      result.add(value(list.getValues(i), inside));
    }
    return new Value.Sequence(result);
  }

  private int deeper(int depth) {
    int limit = limits.of(Limit.DEPTH);
    if (depth == limit) {
      throw invalid(path.toValue(depth), "is nested too deep (limit " + limit + ")");
    }
    return depth + 1;
  }

  private String text(String text, int depth) {
    int limit = limits.of(Limit.TEXT_LENGTH);
    if (text.length() > limit) {
      throw invalid(
          path.toValue(depth), "has " + text.length() + " characters (limit " + limit + ")");
    }
    return text;
  }

  private BigDecimal decimal(String text, int depth) {
    return DecimalText.parse(text)
        .orElseThrow(
            () ->
                invalid(
                    path.toValue(depth),
                    "is not a decimal number of at most "
                        + DecimalText.MAX_DIGITS
                        + " digits and a power of ten up to "
                        + DecimalText.MAX_EXPONENT));
  }

  private void checkName(String name, int depth) {
    if (name.isEmpty()) {
      throw invalid(path.to(depth) + ".name", "is empty");
    }
    if (name.length() > Limit.NAME_LENGTH.standard()) {
      throw invalid(
          path.to(depth) + ".name",
          "has " + name.length() + " characters (limit " + Limit.NAME_LENGTH.standard() + ")");
    }
  }

  private static InvalidRequestException invalid(String place, String problem) {
    return new InvalidRequestException("`" + place + "` " + problem);
  }
}
