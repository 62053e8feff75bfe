package dev.verdict.policy.file.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How other languages call types, and what to write here. */
final class ForeignTypes {

  private static final Map<String, String> NAMES = names();

  /** {@code string[]}, {@code array<string>}, {@code List(String)}. */
  private static final Pattern BRACKETS = Pattern.compile("\\[?([A-Za-z_][A-Za-z0-9_]*)\\[?]");

  private static final Pattern OF =
      Pattern.compile("(?i)(?:array|list|set|seq|collection)\\s*[<(\\[]\\s*(\\w+)\\s*[>)\\]]");

  /** {@code optional<int>}, {@code int | null}. */
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "(?i)(?:optional|maybe|nullable)\\s*[<(\\[]\\s*([\\w<>]+)\\s*[>)\\]]"
              + "|([\\w<>]+)\\s*\\|\\s*(?:null|none|undefined)");

  /** {@code map<string, string>}. */
  private static final Pattern MAP = Pattern.compile("(?i)(?:map|dict|record|object)\\s*[<(\\[].*");

  private ForeignTypes() {}

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    Map.of(
            "bool", List.of("boolean", "flag"),
            "int", List.of("integer", "long", "short", "int32", "int64", "uint", "bigint"),
            "decimal", List.of("float", "double", "real", "numeric", "float64", "money"),
            "timestamp", List.of("date", "datetime", "date-time", "time", "instant"),
            "duration", List.of("interval", "timespan", "period"),
            "ip", List.of("ipaddr", "ipaddress", "inet", "ipv4", "ipv6"),
            "cidr", List.of("iprange", "network", "subnet"),
            "string", List.of("str", "text", "varchar", "char", "uuid", "uri", "url", "email"))
        .forEach((ours, others) -> others.forEach(other -> names.put(other, ours)));
    return names;
  }

  /** A sentence part on what to write instead; empty where nobody is known to call a type so. */
  static Optional<String> advice(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    return optional(written)
        .or(() -> collection(written))
        .or(() -> Optional.ofNullable(NAMES.get(name)).map(ours -> "write `" + ours + "`"))
        .or(() -> other(name));
  }

  private static Optional<String> optional(String written) {
    Matcher optional = OPTIONAL.matcher(written);
    if (!optional.matches()) {
      return written.indexOf('=') > 0
          ? Optional.of("a condition gives defaults: `resource.owner ?? 'nobody'`")
          : Optional.empty();
    }
    String type = optional.group(1) == null ? optional.group(2) : optional.group(1);
    return Optional.of("write a `?` behind the type of what may be absent: `" + type + "?`");
  }

  private static Optional<String> collection(String written) {
    Matcher brackets = BRACKETS.matcher(written);
    Matcher of = OF.matcher(written);
    Optional<String> element =
        brackets.matches()
            ? Optional.of(brackets.group(1))
            : of.matches() ? Optional.of(of.group(1)) : Optional.empty();
    return element
        .map(name -> NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name))
        .map(ForeignTypes::simpleCase)
        .map(name -> "write `list<" + name + ">`, or `set<" + name + ">` where order is nothing");
  }

  private static String simpleCase(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TypeReader.isBuiltIn(lower) ? lower : name;
  }

  private static Optional<String> other(String name) {
    if (MAP.matcher(name).matches()) {
      return other("map");
    }
    return switch (name) {
      case "number", "num" -> Optional.of("write `int` for whole numbers, `decimal` for others");
      case "array" -> Optional.of("write `list<string>`, or `set<string>` where order is nothing");
      case "object", "map", "dict", "json", "record", "struct", "any" ->
          Optional.of("declare a record with its members in `types`, and write its name");
      case "reference", "entity", "id" ->
          Optional.of("write `string`, or `ref<user>` for one that lies in groups");
      case "null", "none", "optional" ->
          Optional.of("write a `?` behind the type of what may be absent");
      default -> Optional.empty();
    };
  }
}
