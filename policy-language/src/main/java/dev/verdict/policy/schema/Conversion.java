package dev.verdict.policy.schema;

import dev.verdict.policy.address.AddressRange;
import dev.verdict.policy.address.IpAddress;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Rfc3339;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.work.Steps;
import dev.verdict.policy.work.WorkMeter;
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
   * declared; a record that lacks one, has one of another type, or has one under a name that is
   * nearly the declared one, is not of the type.
   *
   * @param meter pays for it
   * @return null where the value does not have the type: this runs on every request, so no Optional
   */
  public static @Nullable Object convert(Value value, Type type, WorkMeter meter) {
    return convert(value, type, meter, StoredAncestry.NONE);
  }

  /**
   * The same for a value by the word of a caller.
   *
   * @param stored knows the entities of which the value may not say what they lie in
   */
  public static @Nullable Object convert(
      Value value, Type type, WorkMeter meter, StoredAncestry stored) {
    // nearly all attributes are strings: no jump through a table for them
    if (type == Type.Simple.STRING) {
      return text(value);
    }
    return switch (type.kind()) {
      case SIMPLE -> simple(value, (Type.Simple) type, meter);
      case ENUMERATION -> enumeration(value, (Type.Enumeration) type, meter);
      case REFERENCE -> ReferenceConversion.convert(value, (Type.Reference) type, meter, stored);
      case STRUCTURE -> record(value, (Type.Structure) type, meter, stored);
      case SET -> set(value, (Type.SetOf) type, meter, stored);
      case LIST -> list(value, (Type.ListOf) type, meter, stored);
    };
  }

  private static @Nullable Object simple(Value value, Type.Simple type, WorkMeter meter) {
    return switch (type) {
      case BOOL -> value instanceof Value.Flag flag ? (Object) flag.flag() : null;
      case STRING -> text(value);
      case INT -> value instanceof Value.Whole whole ? (Object) whole.number() : null;
      case DECIMAL -> decimal(value, meter);
      case TIMESTAMP, DURATION, IP, CIDR ->
          value instanceof Value.Text text ? parsed(text.text(), type, meter) : null;
    };
  }

  private static @Nullable Object parsed(String text, Type.Simple type, WorkMeter meter) {
    meter.charge(Steps.PARSED + Steps.hashed(text.length()));
    return switch (type) {
      case TIMESTAMP -> Rfc3339.parse(text);
      case DURATION -> Iso8601Duration.parse(text);
      case IP -> IpAddress.parse(text);
      case CIDR -> AddressRange.parse(text);
      case BOOL, STRING, INT, DECIMAL -> null;
    };
  }

  private static @Nullable String text(Value value) {
    return value instanceof Value.Text text ? text.text() : null;
  }

  private static @Nullable String enumeration(Value value, Type.Enumeration type, WorkMeter meter) {
    meter.charge(type.values().size());
    return value instanceof Value.Text text && type.values().contains(text.text())
        ? text.text()
        : null;
  }

  private static @Nullable BigDecimal decimal(Value value, WorkMeter meter) {
    if (value instanceof Value.Whole whole) {
      return BigDecimal.valueOf(whole.number()).stripTrailingZeros();
    }
    if (!(value instanceof Value.Decimal decimal) || !isBounded(decimal.number())) {
      return null;
    }
    meter.charge(Steps.normalized(decimal.number()));
    return decimal.number().stripTrailingZeros();
  }

  /** Arithmetic on {@code 1e999999999} would fill the memory. */
  private static boolean isBounded(BigDecimal number) {
    int digits = Limit.DECIMAL_DIGITS.standard();
    return Math.abs((long) number.scale()) <= digits && number.precision() <= digits;
  }

  private static @Nullable Object record(
      Value value, Type.Structure type, WorkMeter meter, StoredAncestry stored) {
    return value instanceof Value.Structure given
        ? record(given.attributes(), type.members(), meter, stored)
        : null;
  }

  private static @Nullable Object record(
      Attributes given, List<Type.Member> members, WorkMeter meter, StoredAncestry stored) {
    meter.charge((long) Steps.VALUE * members.size());
    var values = new @Nullable Object[members.size()];
    int known = 0;
    for (int i = 0; i < values.length; i++) {
      Type.Member member = members.get(i);
      Value value = given.get(member.name());
      if (value != null) {
        known++;
        values[i] = convert(value, member.type(), meter, stored);
      }
      if (values[i] == null && (value != null || !member.optional())) {
        return null;
      }
    }
    return known < given.size() && isMisspelt(given, values, members, meter)
        ? null
        : new RecordValue(values);
  }

  /** Whether a name that nobody declared is nearly that of a member which is absent. */
  private static boolean isMisspelt(
      Attributes given, @Nullable Object[] values, List<Type.Member> members, WorkMeter meter) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        meter.charge(given.size());
        if (MisnamedMember.in(given, members.get(i), members) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Object set(
      Value value, Type.SetOf type, WorkMeter meter, StoredAncestry stored) {
    Object @Nullable [] members = elements(value, type.element(), meter, stored);
    if (members == null) {
      return null;
    }
    meter.charge(Steps.looked(Arrays.asList(members)));
    return members.length <= SmallSet.MAX_SIZE
        ? SmallSet.of(members)
        : Collections.unmodifiableSet(new HashSet<>(Arrays.asList(members)));
  }

  private static @Nullable Object list(
      Value value, Type.ListOf type, WorkMeter meter, StoredAncestry stored) {
    Object @Nullable [] elements = elements(value, type.element(), meter, stored);
    return elements == null ? null : Collections.unmodifiableList(Arrays.asList(elements));
  }

  private static Object @Nullable [] elements(
      Value value, Type type, WorkMeter meter, StoredAncestry stored) {
    if (!(value instanceof Value.Sequence sequence)) {
      return null;
    }
    List<Value> values = sequence.values();
    if (type instanceof Type.Reference reference) {
      return ReferenceConversion.convertAll(values, reference, meter, stored);
    }
    meter.charge((long) Steps.VALUE * values.size());
    var elements = new Object[values.size()];
    for (int i = 0; i < elements.length; i++) {
      Object converted = convert(values.get(i), type, meter, stored);
      if (converted == null) {
        return null;
      }
      elements[i] = converted;
    }
    return elements;
  }
}
