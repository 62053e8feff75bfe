package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.ListOf;
import dev.verdict.policy.schema.Type.SetOf;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.WorkMeter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlScript;

/**
 * What JEXL does not bring: the published functions that are not operators of its own, and values
 * of types that it has not. Written over what Java brings, not over our classes.
 */
public final class JexlFunctions {

  /**
   * A well-typed value as JEXL sees it: an address as Java has it, a range as its text, a record as
   * a map, a reference as its id.
   */
  static Object value(Value value, Type type) {
    if (type instanceof SetOf set) {
      return elements(value, set.element()).collect(Collectors.toSet());
    }
    if (type instanceof ListOf list) {
      return elements(value, list.element()).toList();
    }
    if (type instanceof Type.Reference) {
      return ((Value.Text) value).text();
    }
    if (type instanceof Type.Structure structure) {
      return members(((Value.Structure) value).attributes(), structure);
    }
    return isNetwork(type)
        ? network(value, type)
        : Conversion.convert(value, type, WorkMeter.UNBOUNDED);
  }

  private static Stream<Object> elements(Value value, Type element) {
    return ((Value.Sequence) value).values().stream().map(each -> value(each, element));
  }

  private static Map<String, Object> members(Attributes attributes, Type.Structure type) {
    var members = new HashMap<String, Object>();
    for (Type.Member member : type.members()) {
      Value value = attributes.get(member.name());
      if (value != null) {
        members.put(member.name(), value(value, member.type()));
      }
    }
    return members;
  }

  private static boolean isNetwork(Type type) {
    return type == Simple.IP || type == Simple.CIDR;
  }

  private static Object network(Value value, Type type) {
    String text = ((Value.Text) value).text();
    return type == Simple.IP ? address(text) : text;
  }

  /** Of numbers only: Java asks nobody for the address of those. */
  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(text, e);
    }
  }

  public boolean present(Object value) {
    return value != null;
  }

  public boolean matches(String text, String pattern) {
    return text.matches(pattern);
  }

  public String lower(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> kept(letter, letter.toLowerCase(Locale.ENGLISH)))
        .collect(Collectors.joining());
  }

  /** A letter becomes one letter, and one outside of ASCII none of ASCII. */
  private static String kept(String letter, String other) {
    boolean comesIn = letter.codePointAt(0) > 127 && other.chars().anyMatch(each -> each <= 127);
    return comesIn || other.codePointCount(0, other.length()) > 1 ? letter : other;
  }

  public String upper(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> kept(letter, letter.toUpperCase(Locale.ENGLISH)))
        .collect(Collectors.joining());
  }

  public String trim(String text) {
    return text.replaceAll("^\\s+|\\s+$", "");
  }

  public boolean contains(String text, String part) {
    return text.indexOf(part) >= 0;
  }

  public String concat(String first, String second, String third) {
    return first + second + third;
  }

  public boolean any(Collection<?> elements, JexlScript condition) {
    return elements.stream().map(each -> holds(condition, each)).toList().contains(true);
  }

  public boolean all(Collection<?> elements, JexlScript condition) {
    return !elements.stream().map(each -> holds(condition, each)).toList().contains(false);
  }

  private static boolean holds(JexlScript condition, Object element) {
    return (Boolean) condition.execute(JexlEngine.getThreadContext(), element);
  }

  public String ref(String type, String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no id");
    }
    return id;
  }

  public boolean within(Object inner, Object outer) {
    return each(inner).stream().anyMatch(one -> !Collections.disjoint(around(one), each(outer)));
  }

  private static Collection<?> each(Object value) {
    if (value instanceof Object[] all) {
      return List.of(all);
    }
    return value instanceof Collection<?> several ? several : List.of(value);
  }

  private static Set<Object> around(Object id) {
    var found = new HashSet<Object>(Set.of(id));
    for (int i = 0; i < Samples.CONTAINERS.size(); i++) {
      Samples.CONTAINERS.forEach(
          (inner, outer) -> {
            if (found.contains(inner.id())) {
              outer.forEach(each -> found.add(each.id()));
            }
          });
    }
    return found;
  }

  public Instant timestamp(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  public Duration duration(String text) {
    return Duration.parse(text);
  }

  public InetAddress ip(String text) {
    return address(text);
  }

  public String cidr(String text) {
    return text;
  }

  public long hour(Instant timestamp, String zone) {
    return timestamp.atZone(ZoneId.of(zone)).getHour();
  }

  public String dayOfWeek(Instant timestamp, String zone) {
    return DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH)
        .format(timestamp.atZone(ZoneId.of(zone)))
        .toLowerCase(Locale.ENGLISH);
  }

  public boolean containsAll(Object first, Object second) {
    return all(second).stream().allMatch(all(first)::contains);
  }

  public boolean containsAny(Object first, Object second) {
    return all(second).stream().anyMatch(all(first)::contains);
  }

  public boolean inRange(InetAddress address, Object ranges) {
    return (ranges instanceof String one ? List.of(one) : all(ranges))
        .stream().anyMatch(range -> isWithin(address, (String) range));
  }

  private static boolean isWithin(InetAddress address, String range) {
    int slash = range.indexOf('/');
    byte[] first = address(range.substring(0, slash)).getAddress();
    int behind = first.length * 8 - Integer.parseInt(range.substring(slash + 1));
    return first.length == address.getAddress().length
        && new BigInteger(1, address.getAddress())
            .shiftRight(behind)
            .equals(new BigInteger(1, first).shiftRight(behind));
  }

  /** A literal list is an array to JEXL. */
  private static Collection<?> all(Object values) {
    return values instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) values;
  }
}
