package dev.verdict.policy.schema;

import dev.verdict.policy.address.AddressRange;
import dev.verdict.policy.address.IpAddress;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Rfc3339;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value has a type, and what it then is to conditions. The one place that says so, for
 * stored data and for requests.
 *
 * <p>Nothing is coerced: {@code 5.0} is no int, {@code "5"} is no number, a single string is no
 * set.
 */
public final class Conversion {

  private Conversion() {}

  /**
   * The value as conditions see it: {@code Boolean}, {@code String} (also for an enumeration),
   * {@code Long}, {@code BigDecimal} without trailing zeros (so that equal numbers are equal
   * objects), {@code Instant}, {@code Duration}, {@code IpAddress}, {@code AddressRange}, a {@link
   * RecordValue}, an {@link EntityReference}, or an immutable {@code Set} or {@code List} of these.
   * Members of a record that its type does not declare are left out, like attributes that nobody
   * declared; a record that lacks one, or has one of another type, is not of the type.
   *
   * @return null where the value does not have the type: this runs on every request, so no Optional
   */
  public static @Nullable Object convert(Value value, Type type) {
    // nearly all attributes are strings: no jump through a table for them
    if (type == Type.Simple.STRING) {
      return text(value);
    }
    return switch (type.kind()) {
      case SIMPLE -> simple(value, (Type.Simple) type);
      case ENUMERATION -> enumeration(value, (Type.Enumeration) type);
      case REFERENCE -> ReferenceConversion.convert(value, (Type.Reference) type);
      case STRUCTURE -> record(value, (Type.Structure) type);
      case SET -> set(value, (Type.SetOf) type);
      case LIST -> list(value, (Type.ListOf) type);
    };
  }

  private static @Nullable Object simple(Value value, Type.Simple type) {
    return switch (type) {
      case BOOL -> value instanceof Value.Flag flag ? (Object) flag.flag() : null;
      case STRING -> text(value);
      case INT -> value instanceof Value.Whole whole ? (Object) whole.number() : null;
      case DECIMAL -> decimal(value);
      case TIMESTAMP -> value instanceof Value.Text text ? Rfc3339.parse(text.text()) : null;
      case DURATION -> value instanceof Value.Text text ? Iso8601Duration.parse(text.text()) : null;
      case IP -> value instanceof Value.Text text ? IpAddress.parse(text.text()) : null;
      case CIDR -> value instanceof Value.Text text ? AddressRange.parse(text.text()) : null;
    };
  }

  private static @Nullable String text(Value value) {
    return value instanceof Value.Text text ? text.text() : null;
  }

  private static @Nullable String enumeration(Value value, Type.Enumeration type) {
    return value instanceof Value.Text text && type.values().contains(text.text())
        ? text.text()
        : null;
  }

  private static @Nullable BigDecimal decimal(Value value) {
    if (value instanceof Value.Whole whole) {
      return BigDecimal.valueOf(whole.number()).stripTrailingZeros();
    }
    return value instanceof Value.Decimal decimal && isBounded(decimal.number())
        ? decimal.number().stripTrailingZeros()
        : null;
  }

  /** Arithmetic on {@code 1e999999999} would fill the memory. */
  private static boolean isBounded(BigDecimal number) {
    int digits = Limit.DECIMAL_DIGITS.standard();
    return Math.abs((long) number.scale()) <= digits && number.precision() <= digits;
  }

  private static @Nullable Object record(Value value, Type.Structure type) {
    return value instanceof Value.Structure given
        ? record(given.attributes(), type.members())
        : null;
  }

  private static @Nullable Object record(Attributes given, List<Type.Member> members) {
    var values = new @Nullable Object[members.size()];
    for (int i = 0; i < values.length; i++) {
      Type.Member member = members.get(i);
      Value value = given.get(member.name());
      if (value != null) {
        values[i] = convert(value, member.type());
      }
      if (values[i] == null && (value != null || !member.optional())) {
        return null;
      }
    }
    return new RecordValue(values);
  }

  private static @Nullable Object set(Value value, Type.SetOf type) {
    Object @Nullable [] members = elements(value, type.element());
    if (members == null) {
      return null;
    }
    return members.length <= SmallSet.MAX_SIZE
        ? SmallSet.of(members)
        : Collections.unmodifiableSet(new HashSet<>(Arrays.asList(members)));
  }

  private static @Nullable Object list(Value value, Type.ListOf type) {
    Object @Nullable [] elements = elements(value, type.element());
    return elements == null ? null : Collections.unmodifiableList(Arrays.asList(elements));
  }

  private static Object @Nullable [] elements(Value value, Type type) {
    if (!(value instanceof Value.Sequence sequence)) {
      return null;
    }
    List<Value> values = sequence.values();
    if (type instanceof Type.Reference reference) {
      return ReferenceConversion.convertAll(values, reference);
    }
    var elements = new Object[values.size()];
    for (int i = 0; i < elements.length; i++) {
      Object converted = convert(values.get(i), type);
      if (converted == null) {
        return null;
      }
      elements[i] = converted;
    }
    return elements;
  }
}
