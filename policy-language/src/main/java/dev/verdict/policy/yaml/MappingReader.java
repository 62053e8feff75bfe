package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.VisibleText;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mapping apart key by key, where the keys are known beforehand.
 *
 * <p>Reports unknown keys at once, and missing keys and wrong shapes as they are asked for; what it
 * reports, it leaves out. A key that is not among the known ones may not be asked for.
 */
public final class MappingReader {

  private static final Pattern SEVERAL_NAMES =
      Pattern.compile("[\\w.:/*-]+(?:\\s*,\\s*[\\w.:/*-]+)+");

  private final String what;
  private final YamlNode.Mapping mapping;
  private final Vocabulary vocabulary;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  /** The keys that were probably meant by keys that are unknown. */
  private final Set<String> meant = new HashSet<>();

  /** Whether there is a key of which nobody knows what it was meant for. */
  private boolean puzzled;

  private final Diagnostics diagnostics;

  private MappingReader(
      String what, YamlNode.Mapping mapping, Vocabulary vocabulary, Diagnostics diagnostics) {
    this.what = what;
    this.mapping = mapping;
    this.vocabulary = vocabulary;
    this.diagnostics = diagnostics;
  }

  /**
   * Opens a mapping.
   *
   * @param what names it in messages: {@code a rule}
   * @param keys all that it may have, in the order to list them
   * @return empty, and reported, where the node is no mapping
   */
  public static Optional<MappingReader> open(
      YamlNode node, String what, List<String> keys, Diagnostics diagnostics) {
    return open(node, what, Vocabulary.of(keys), diagnostics);
  }

  /** The same, where it is known what people write who expect other keys. */
  public static Optional<MappingReader> open(
      YamlNode node, String what, Vocabulary vocabulary, Diagnostics diagnostics) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      wrongShape(diagnostics, what, "a mapping", node);
      return Optional.empty();
    }
    var reader = new MappingReader(what, mapping, vocabulary, diagnostics);
    List<YamlNode.Entry> entries = SplitEnum.joined(mapping);
    entries.stream().filter(reader::isKnown).forEach(reader::take);
    entries.stream().filter(entry -> !reader.isKnown(entry)).forEach(reader::refuse);
    return Optional.of(reader);
  }

  /** Whether the key is one of another language, whose mappings look otherwise. */
  private boolean isForeign(String key) {
    return vocabulary.foreign().containsKey(key);
  }

  private boolean isKnown(YamlNode.Entry entry) {
    return vocabulary.keys().contains(entry.key().value());
  }

  private void take(YamlNode.Entry entry) {
    values.put(entry.key().value(), entry.value());
  }

  /**
   * Reports an unknown key. What stands under it is read as though it stood under the one key that
   * was meant, so that the rest is looked at too and nothing else seems to be missing.
   */
  private void refuse(YamlNode.Entry entry) {
    String key = entry.key().value();
    Set<String> keys = vocabulary.meantBy(key);
    vocabulary
        .insteadOf(key)
        .filter(meantKey -> !(entry.value() instanceof YamlNode.Mapping) || !isForeign(key))
        .ifPresent(meantKey -> values.putIfAbsent(meantKey, entry.value()));
    meant.addAll(keys);
    puzzled |= keys.isEmpty() && !vocabulary.knows(key);
    diagnostics.report(
        DiagnosticCode.UNKNOWN_KEY,
        entry.key().span(),
        "unknown key `" + key + "` in " + what + vocabulary.advice(key));
  }

  /**
   * The entries of a mapping whose keys the author chooses.
   *
   * @param what names it in messages: {@code `subjects`}
   * @return empty, and reported, where the node is no mapping
   */
  public static List<YamlNode.Entry> entries(YamlNode node, String what, Diagnostics diagnostics) {
    if (node instanceof YamlNode.Mapping mapping) {
      return SplitEnum.joined(mapping);
    }
    wrongShape(diagnostics, what, "a mapping", node);
    return List.of();
  }

  /**
   * A single value that is not empty.
   *
   * @param what names it in messages: {@code `when`}
   * @param expected what it must be, in messages: {@code text}
   * @return empty, and reported, where it is anything else
   */
  public static Optional<YamlNode.Scalar> scalar(
      YamlNode node, String what, String expected, Diagnostics diagnostics) {
    if (node instanceof YamlNode.Scalar scalar && !CoreSchema.isNull(node)) {
      if (VisibleText.isIn(scalar.value())) {
        return Optional.of(scalar);
      }
      diagnostics.report(DiagnosticCode.WRONG_SHAPE, scalar.span(), what + " is empty");
      return Optional.empty();
    }
    wrongShape(diagnostics, what, expected, node);
    return Optional.empty();
  }

  /** Reports that something is not what it must be: {@code `when` must be text, not a list}. */
  public static void wrongShape(
      Diagnostics diagnostics, String what, String expected, YamlNode found) {
    String message =
        CoreSchema.isNull(found)
            ? what + " is empty; it must be " + expected
            : what + " must be " + expected + ", not " + found.shape();
    diagnostics.report(DiagnosticCode.WRONG_SHAPE, found.span(), message);
  }

  /** Where the mapping stands. */
  public Span span() {
    return mapping.span();
  }

  /** The whole of the mapping. */
  public Region region() {
    return mapping.region();
  }

  public boolean has(String key) {
    return value(key) != null;
  }

  /** What stands under a key, whatever its shape. */
  public Optional<YamlNode> node(String key) {
    return Optional.ofNullable(value(key));
  }

  /** The same for a key that must be there. */
  public Optional<YamlNode> requiredNode(String key) {
    if (!has(key) && !isMeant(key) && !puzzled) {
      diagnostics.report(DiagnosticCode.MISSING_KEY, span(), what + " needs the key `" + key + "`");
    }
    return node(key);
  }

  /** Whether an unknown key, which is reported, probably stands for this one. */
  public boolean isMeant(String key) {
    return meant.contains(key);
  }

  /** A single value that is not empty. */
  public Optional<YamlNode.Scalar> scalar(String key) {
    return node(key).flatMap(node -> scalar(node, quoted(key), "text", diagnostics));
  }

  /** The same for a key that must be there. */
  public Optional<YamlNode.Scalar> requiredScalar(String key) {
    return requiredNode(key).flatMap(node -> scalar(node, quoted(key), "text", diagnostics));
  }

  /** The text of a single value, with the place of each of its characters. */
  public Optional<MappedText> mappedText(String key) {
    return scalar(key).flatMap(YamlNode.Scalar::text);
  }

  /** The text of a single value. */
  public Optional<Located<String>> text(String key) {
    return scalar(key).map(MappingReader::located);
  }

  /** The same for a key that must be there. */
  public Optional<Located<String>> requiredText(String key) {
    return requiredScalar(key).map(MappingReader::located);
  }

  /**
   * A list of names, or a single one in its place. An empty list is an error: whether it means all
   * or none would be anyone's guess.
   */
  public List<Located<String>> texts(String key) {
    YamlNode node = value(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return scalar(node, quoted(key), "a list of names", diagnostics)
          .filter(scalar -> isOneName(key, scalar))
          .map(MappingReader::located)
          .stream()
          .toList();
    }
    if (sequence.items().isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          sequence.span(),
          "`" + key + "` lists nothing; name at least one, or leave the key out");
    }
    var texts = new ArrayList<Located<String>>();
    for (YamlNode item : sequence.items()) {
      scalar(item, "an item of `" + key + "`", "a name", diagnostics)
          .ifPresent(scalar -> texts.add(located(scalar)));
    }
    return texts;
  }

  /** Names with commas between them are one name to YAML, where they stand without brackets. */
  private boolean isOneName(String key, YamlNode.Scalar scalar) {
    boolean several = scalar.plain() && SEVERAL_NAMES.matcher(scalar.value()).matches();
    if (several) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          scalar.span(),
          "`"
              + scalar.value()
              + "` is one name with commas in it; write a list: `"
              + key
              + ": ["
              + scalar.value()
              + "]`");
    }
    return !several;
  }

  /** The items of a list of any shape; one that is absent has none. */
  public List<YamlNode> items(String key) {
    YamlNode node = value(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    wrongShape(diagnostics, quoted(key), "a list", node);
    return List.of();
  }

  /** The entries of a mapping whose keys the author chooses; one that is absent has none. */
  public List<YamlNode.Entry> entries(String key) {
    YamlNode node = value(key);
    return node == null ? List.of() : entries(node, quoted(key), diagnostics);
  }

  /** The same, where it is said what such a mapping looks like. */
  public List<YamlNode.Entry> entries(String key, String expected) {
    YamlNode node = value(key);
    if (node == null || node instanceof YamlNode.Mapping) {
      return entries(key);
    }
    wrongShape(diagnostics, quoted(key), expected, node);
    return List.of();
  }

  /** A mapping under a key, to be taken apart in turn. */
  public Optional<MappingReader> mapping(String key, List<String> nestedKeys) {
    return node(key).flatMap(node -> open(node, quoted(key), nestedKeys, diagnostics));
  }

  /** {@code true} or {@code false}, without quotes. */
  public Optional<Boolean> flag(String key) {
    Optional<YamlNode.Scalar> scalar = scalar(key);
    Optional<Boolean> flag = scalar.flatMap(CoreSchema::flag);
    if (scalar.isPresent() && flag.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          scalar.get().span(),
          "`" + key + "` must be `true` or `false`, not `" + scalar.get().value() + "`");
    }
    return flag;
  }

  /** A whole number, without quotes, within bounds that both belong to it. */
  public Optional<Long> wholeNumber(String key, long least, long most) {
    Optional<YamlNode.Scalar> scalar = scalar(key);
    Optional<Long> number =
        scalar
            .filter(CoreSchema::isWhole)
            .flatMap(CoreSchema::number)
            .filter(found -> found.toBigInteger().bitLength() < Long.SIZE)
            .map(found -> found.longValue())
            .filter(found -> found >= least && found <= most);
    if (scalar.isPresent() && number.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          scalar.get().span(),
          "`" + key + "` must be a whole number from " + least + " to " + most);
    }
    return number;
  }

  private @Nullable YamlNode value(String key) {
    if (!vocabulary.keys().contains(key)) {
      throw new IllegalArgumentException(
          "key: " + key + " (expected: one of " + vocabulary.keys() + ")");
    }
    return values.get(key);
  }

  private static String quoted(String key) {
    return "`" + key + "`";
  }

  private static Located<String> located(YamlNode.Scalar scalar) {
    return new Located<>(scalar.value(), scalar.span());
  }
}
