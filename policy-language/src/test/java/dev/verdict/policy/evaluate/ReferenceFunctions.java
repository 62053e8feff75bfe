package dev.verdict.policy.evaluate;

import dev.verdict.policy.address.AddressRange;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.function.Concat;
import dev.verdict.policy.function.ContainsText;
import dev.verdict.policy.function.InRange;
import dev.verdict.policy.function.LocalTime;
import dev.verdict.policy.function.TextFunction;
import dev.verdict.policy.function.TimeArithmetic;
import dev.verdict.policy.function.ToReference;
import dev.verdict.policy.function.ValueFunction;
import dev.verdict.policy.schema.EntityReference;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** What the published functions are by their definition, without a thought for cost. */
final class ReferenceFunctions {

  private static final int LONGEST_TEXT = 65_536;

  private ReferenceFunctions() {}

  /** The value; absent where the function has none. */
  static Optional<Object> value(ValueFunction function, List<Object> arguments) {
    if (function == TextFunction.LOWER) {
      return text(letters(text(arguments, 0), Character::toLowerCase));
    }
    if (function == TextFunction.UPPER) {
      return text(letters(text(arguments, 0), Character::toUpperCase));
    }
    if (function == TextFunction.TRIM) {
      return text(text(arguments, 0).replaceAll("^\\s+|\\s+$", ""));
    }
    if (function instanceof ContainsText) {
      return Optional.of(text(arguments, 0).indexOf(text(arguments, 1)) >= 0);
    }
    if (function instanceof Concat) {
      return text(arguments.stream().map(String.class::cast).reduce("", String::concat));
    }
    if (function instanceof TimeArithmetic time) {
      return reckon(time, arguments.get(0), arguments.get(1));
    }
    if (function instanceof ToReference toReference) {
      String id = text(arguments, 0);
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(new EntityReference(toReference.reference().entity(), id));
    }
    if (function == CollectionFunction.CONTAINS_ALL) {
      return Optional.of(collection(arguments, 0).containsAll(collection(arguments, 1)));
    }
    if (function == CollectionFunction.CONTAINS_ANY) {
      return Optional.of(!Collections.disjoint(collection(arguments, 0), collection(arguments, 1)));
    }
    if (function instanceof LocalTime local) {
      return local(local, (Instant) arguments.get(0));
    }
    if (function instanceof InRange) {
      Object ranges = arguments.get(1);
      return Optional.of(
          (ranges instanceof AddressRange ? List.of(ranges) : collection(arguments, 1))
              .stream().anyMatch(range -> holds(range.toString(), arguments.get(0).toString())));
    }
    throw new AssertionError("no definition of " + function);
  }

  private static String text(List<Object> arguments, int index) {
    return (String) arguments.get(index);
  }

  private static Optional<Object> text(String text) {
    return text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Object> reckon(TimeArithmetic function, Object first, Object second) {
    return switch (function) {
      case BETWEEN -> duration(Duration.between((Instant) second, (Instant) first));
      case LATER -> timestamp(((Instant) first).plus((Duration) second));
      case EARLIER -> timestamp(((Instant) first).minus((Duration) second));
      case SUM -> duration(((Duration) first).plus((Duration) second));
      case DIFFERENCE -> duration(((Duration) first).minus((Duration) second));
    };
  }

  private static Optional<Object> timestamp(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year < 0 || year > 9_999 ? Optional.empty() : Optional.of(instant);
  }

  private static Optional<Object> duration(Duration duration) {
    return duration.abs().compareTo(Duration.ofDays(3_652_500)) > 0
        ? Optional.empty()
        : Optional.of(duration);
  }

  private static Optional<Object> local(LocalTime function, Instant instant) {
    ZonedDateTime there = instant.atZone(function.zone());
    return timestamp(instant)
        .map(
            inRange ->
                switch (function.part()) {
                  case HOUR -> (long) there.getHour();
                  case DAY_OF_WEEK -> there.getDayOfWeek().name().toLowerCase(Locale.ROOT);
                });
  }

  /** By the bits that both have in front, written out. */
  static boolean holds(String range, String address) {
    int slash = range.indexOf('/');
    String first = bits(range.substring(0, slash));
    String wanted = bits(address);
    return first.length() == wanted.length()
        && wanted.startsWith(first.substring(0, Integer.parseInt(range.substring(slash + 1))));
  }

  private static String bits(String address) {
    try {
      var bits = new StringBuilder();
      for (byte each : InetAddress.getByName(address).getAddress()) {
        bits.append(Integer.toBinaryString(0x100 | (each & 0xff)).substring(1));
      }
      return bits.toString();
    } catch (UnknownHostException e) {
      throw new AssertionError(address, e);
    }
  }

  private static Collection<?> collection(List<Object> arguments, int index) {
    return (Collection<?>) arguments.get(index);
  }

  /** Letter by letter, but for those outside of ASCII that would become one of ASCII. */
  private static String letters(String text, IntUnaryOperator mapping) {
    return text.codePoints()
        .map(
            letter ->
                letter > 127 && mapping.applyAsInt(letter) <= 127
                    ? letter
                    : mapping.applyAsInt(letter))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
