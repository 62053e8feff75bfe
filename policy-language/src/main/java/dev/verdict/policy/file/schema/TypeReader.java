package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how a schema writes a type: {@code set<string>?}. */
final class TypeReader {

  private static final List<String> SIMPLE =
      Arrays.stream(Type.Simple.values()).map(Type.Simple::toString).toList();
  private static final List<String> WORDS =
      Stream.concat(SIMPLE.stream(), Stream.of("enum", "set", "list", "ref")).toList();

  /** Ours, and the most frequent of other languages, as they are or with a capital or digits. */
  private static final Pattern LIKE_A_TYPE =
      Pattern.compile(
          Stream.concat(
                  WORDS.stream(), Stream.of("boolean", "integer", "number", "float", "double"))
              .map(word -> "(?i:" + word.charAt(0) + ")" + word.substring(1))
              .collect(Collectors.joining("|", "enum.*|(", ")[0-9]*")));

  private static final Pattern ENUM_VALUE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .:/-]*");

  private final RecordTypes records;
  private final EntityTypes entities;
  private final Diagnostics diagnostics;

  /**
   * @param records the types that have a name of their own
   * @param entities what references may be of
   */
  TypeReader(RecordTypes records, EntityTypes entities, Diagnostics diagnostics) {
    this.records = records;
    this.entities = entities;
    this.diagnostics = diagnostics;
  }

  /** Whether a type of that name is always there. */
  static boolean isBuiltIn(String name) {
    return WORDS.contains(name);
  }

  /** Whether a name reads like that of such a type: {@code int64}, {@code Boolean}. */
  static boolean isLikeBuiltIn(String name) {
    return LIKE_A_TYPE.matcher(name).matches();
  }

  /** A type and whether its attribute may be absent. */
  record Written(Type type, boolean optional) {}

  Optional<Written> read(YamlNode.Scalar scalar) {
    String text = scalar.value().strip();
    boolean optional = text.endsWith("?");
    String name = optional ? text.substring(0, text.length() - 1).strip() : text;
    return type(name, scalar).map(type -> new Written(type, optional));
  }

  private Optional<Type> type(String name, YamlNode.Scalar scalar) {
    if (name.startsWith("enum(") && name.endsWith(")")) {
      return enumeration(name.substring("enum(".length(), name.length() - 1), scalar);
    }
    if (name.startsWith("enum")) {
      return unknown(
          scalar, "an enum lists its values: `enum(a, b)`, within `{ }` or `[ ]` in double quotes");
    }
    if (name.startsWith("set<") && name.endsWith(">")) {
      return setElement(inner("set<", name), scalar).map(Type.SetOf::new);
    }
    if (name.startsWith("list<") && name.endsWith(">")) {
      return listElement(inner("list<", name), scalar).map(Type.ListOf::new);
    }
    if (isReference(name)) {
      return reference(name, scalar);
    }
    if (name.startsWith("ref(") && name.endsWith(")")) {
      String entity = name.substring("ref(".length(), name.length() - 1);
      return unknown(scalar, "a ref says what it refers to: `ref<" + entity + ">`");
    }
    if (name.equals("ref")) {
      return unknown(scalar, "a ref says what it refers to: `ref<user>`");
    }
    if (name.equals("set") || name.equals("list")) {
      return unknown(scalar, "a " + name + " says what it holds: `" + name + "<string>`");
    }
    Optional<Type> simple = simple(name).map(type -> type);
    if (simple.isPresent()) {
      return simple;
    }
    return records.names().contains(name)
        ? records.find(name, scalar).map(type -> type)
        : unknownType(name, scalar);
  }

  private static String inner(String opening, String name) {
    return name.substring(opening.length(), name.length() - 1).strip();
  }

  private static boolean isReference(String name) {
    return name.startsWith("ref<") && name.endsWith(">");
  }

  private Optional<Type> reference(String name, YamlNode.Scalar scalar) {
    String entity = inner("ref<", name);
    return entities.names().contains(entity)
        ? Optional.of(new Type.Reference(entity, entities))
        : unknown(
            scalar,
            "unknown entity type `"
                + entity
                + "`"
                + Suggestion.nearest(entity, entities.names())
                    .map(near -> "; did you mean `" + near + "`?")
                    .orElse("; declare it in `entities`"));
  }

  private Optional<Type> setElement(String name, YamlNode.Scalar scalar) {
    return isReference(name)
        ? reference(name, scalar)
        : simpleElement(name, scalar).map(type -> type);
  }

  private Optional<Type> listElement(String name, YamlNode.Scalar scalar) {
    return records.names().contains(name)
        ? records.find(name, scalar).map(type -> type)
        : setElement(name, scalar);
  }

  private Optional<Type.Simple> simpleElement(String name, YamlNode.Scalar scalar) {
    Optional<Type.Simple> element = simple(name);
    if (element.isEmpty()) {
      unknown(scalar, noElement(name));
    }
    return element;
  }

  private String noElement(String name) {
    if (name.startsWith("set<") || name.startsWith("list<")) {
      return "sets and lists hold no others; declare a record that holds one, in `types`";
    }
    if (records.names().contains(name)) {
      return "a set holds no records; write `list<" + name + ">`";
    }
    return ForeignTypes.advice(name)
        .map(advice -> "unknown type `" + name + "`; " + advice)
        .orElseGet(
            () ->
                "sets and lists hold "
                    + quoted(SIMPLE.subList(0, SIMPLE.size() - 1))
                    + " or `"
                    + SIMPLE.get(SIMPLE.size() - 1)
                    + "`, not `"
                    + name
                    + "`");
  }

  private static Optional<Type.Simple> simple(String name) {
    return Arrays.stream(Type.Simple.values())
        .filter(type -> type.toString().equals(name))
        .findFirst();
  }

  private Optional<Type> enumeration(String list, YamlNode.Scalar scalar) {
    List<String> values = Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    var seen = new HashSet<String>();
    for (String value : values) {
      if (value.length() > Limit.LABEL_LENGTH.standard() || !ENUM_VALUE.matcher(value).matches()) {
        return wrong(
            scalar,
            value.isEmpty()
                ? "an enum needs a value between its commas"
                : "`" + value + "` cannot be a value of an enum; write it without quotes");
      }
      if (!seen.add(value)) {
        return wrong(scalar, "the enum lists `" + value + "` twice");
      }
    }
    int limit = diagnostics.limits().of(Limit.ENUM_VALUES);
    if (values.size() > limit) {
      return wrong(scalar, "the enum has " + values.size() + " values (limit " + limit + ")");
    }
    return Optional.of(new Type.Enumeration(values));
  }

  private Optional<Type> unknownType(String name, YamlNode.Scalar scalar) {
    var names = new ArrayList<>(WORDS);
    names.addAll(records.names());
    String advice =
        ForeignTypes.advice(name)
            .map(found -> "; " + found)
            .orElseGet(
                () ->
                    entities.names().contains(name)
                        ? "; write `ref<" + name + ">`"
                        : Suggestion.didYouMean(name, names));
    return unknown(
        scalar,
        "unknown type `"
            + name
            + "`"
            + (advice.isEmpty()
                ? "; a type is "
                    + quoted(SIMPLE)
                    + ", `enum(a, b)`, `set<string>` or `list<string>`; one of your own is declared"
                    + " in `types`"
                : advice));
  }

  private static String quoted(List<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  private <T> Optional<T> unknown(YamlNode.Scalar scalar, String message) {
    diagnostics.report(DiagnosticCode.UNKNOWN_TYPE, scalar.span(), message);
    return Optional.empty();
  }

  private <T> Optional<T> wrong(YamlNode.Scalar scalar, String message) {
    diagnostics.report(DiagnosticCode.WRONG_SHAPE, scalar.span(), message);
    return Optional.empty();
  }
}
