package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.WireFields.DELIMITED;
import static dev.verdict.server.door.grpc.WireFields.TYPE_BITS;
import static dev.verdict.server.door.grpc.WireFields.VARINT;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.DecimalText;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import dev.verdict.server.door.question.AttributeBounds;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the attributes of one request, all of them within the same bounds. */
final class AttributeDecoder {

  private static final int NAME = Attribute.NAME_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int VALUE = Attribute.VALUE_FIELD_NUMBER << TYPE_BITS | DELIMITED;

  static final int VALUES = ValueList.VALUES_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int ATTRIBUTES =
      ValueRecord.ATTRIBUTES_FIELD_NUMBER << TYPE_BITS | DELIMITED;

  static final int TEXT = dev.verdict.proto.v1.Value.TEXT_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  static final int INTEGER = dev.verdict.proto.v1.Value.INTEGER_FIELD_NUMBER << TYPE_BITS | VARINT;
  private static final int DECIMAL =
      dev.verdict.proto.v1.Value.DECIMAL_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  static final int FLAG = dev.verdict.proto.v1.Value.FLAG_FIELD_NUMBER << TYPE_BITS | VARINT;
  static final int LIST = dev.verdict.proto.v1.Value.LIST_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int RECORD =
      dev.verdict.proto.v1.Value.RECORD_FIELD_NUMBER << TYPE_BITS | DELIMITED;

  private final WireFields fields;
  private final ValuePath path;
  private final AttributeBounds bounds;
  private final KnownNames names;
  private final PassedValues passed;

  private Attributes.@Nullable Builder part;
  private int partSize;

  AttributeDecoder(WireFields fields, AttributeBounds bounds, Limits limits, KnownNames names) {
    this.fields = fields;
    this.names = names;
    this.passed = new PassedValues(fields.bytes());
    this.path = new ValuePath(limits.of(Limit.DEPTH));
    this.bounds = bounds;
  }

  /**
   * Begins with the attributes of another part of the request.
   *
   * @param place names the list in messages, as {@code resource.properties}
   */
  void enter(String place) {
    path.enter(place);
    bounds.enter(place);
    part = null;
    partSize = 0;
  }

  /** Reads one more attribute of the part. */
  void read() throws IOException {
    if (part == null) {
      part = Attributes.builder(passed);
    }
    attribute(part, partSize++, 0);
  }

  /** The attributes of the part. */
  Attributes leave() {
    return part == null ? Attributes.NONE : part.build();
  }

  private void attribute(Attributes.Builder list, int index, int depth) throws IOException {
    path.atAttribute(depth, index);
    String name = "";
    boolean isNew = false;
    int outside = fields.enter();
    int last = 0;
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      switch (tag) {
        case NAME -> {
          last = WireFields.after(last, tag);
          name = fields.name(names);
        }
        case VALUE -> {
          last = WireFields.after(last, tag);
          bounds.name(name);
          isNew = depth == 0 ? add(list, name) : list.add(name, value(depth));
        }
        default -> fields.skip(tag);
      }
    }
    fields.leave(outside);
    if (last != VALUE) {
      bounds.name(name);
      bounds.value();
      throw noKind(depth);
    }
    if (!isNew) {
      throw invalid(path.to(depth) + ".name", "stands twice in one list");
    }
  }

  /** Adds an attribute of the request itself, whose value need not be read now. */
  private boolean add(Attributes.Builder list, String name) throws IOException {
    int start = fields.position();
    int counter = bounds.counter();
    if (PassedValues.pass(fields, bounds, 0)) {
      return list.addUnread(name, start);
    }
    fields.backTo(start);
    bounds.countFrom(counter);
    return list.add(name, value(0));
  }

  private Value value(int depth) throws IOException {
    bounds.value();
    Value value = null;
    int outside = fields.enter();
    int last = 0;
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      switch (tag) {
        case TEXT -> {
          last = WireFields.alone(last, tag);
          value = new Value.Text(text());
        }
        case INTEGER -> {
          last = WireFields.alone(last, tag);
          value = new Value.Whole(fields.signed());
        }
        case DECIMAL -> {
          last = WireFields.alone(last, tag);
          value = new Value.Decimal(decimal(fields.text(), depth));
        }
        case FLAG -> {
          last = WireFields.alone(last, tag);
          value = new Value.Flag(fields.flag());
        }
        case LIST -> {
          last = WireFields.alone(last, tag);
          value = new Value.Sequence(list(bounds.deeper(depth)));
        }
        case RECORD -> {
          last = WireFields.alone(last, tag);
          value = new Value.Structure(record(bounds.deeper(depth)));
        }
        default -> fields.skip(tag);
      }
    }
    fields.leave(outside);
    if (value == null) {
      throw noKind(depth);
    }
    return value;
  }

  private List<Value> list(int depth) throws IOException {
    var values = new ArrayList<Value>();
    int outside = fields.enter();
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      if (tag == VALUES) {
        path.atElement(depth, values.size());
        values.add(value(depth));
      } else {
        fields.skip(tag);
      }
    }
    fields.leave(outside);
    return values;
  }

  private Attributes record(int depth) throws IOException {
    var members = Attributes.builder();
    int size = 0;
    int outside = fields.enter();
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      if (tag == ATTRIBUTES) {
        attribute(members, size++, depth);
      } else {
        fields.skip(tag);
      }
    }
    fields.leave(outside);
    return members.build();
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

  private String text() throws IOException {
    String text = fields.text();
    bounds.text(text);
    return text;
  }

  private InvalidRequestException noKind(int depth) {
    return invalid(path.toValue(depth), "has no kind");
  }

  private static InvalidRequestException invalid(String place, String problem) {
    return new InvalidRequestException("`" + place + "` " + problem);
  }
}
