package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the parts of a schema that is split over several files: what each part declares under a key
 * stands under that key of the whole. A name that two parts declare is reported, and the first
 * declaration stays.
 */
final class SchemaParts {

  private static final Set<String> DECLARING =
      Set.of("types", "entities", "subjects", "resources", "context");
  private static final String LISTING = "tenants";

  private final Diagnostics diagnostics;
  private final Map<String, List<YamlNode>> sections = new LinkedHashMap<>();
  private final Map<String, YamlNode.Scalar> keys = new LinkedHashMap<>();
  private final List<YamlNode.Entry> others = new ArrayList<>();

  private SchemaParts(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The whole schema; a single part is the whole as it is.
   *
   * @return empty where there is no part, or none is a mapping, which is reported
   */
  static Optional<YamlNode> join(List<YamlNode> parts, Diagnostics diagnostics) {
    if (parts.size() <= 1) {
      return parts.stream().findFirst();
    }
    var joining = new SchemaParts(diagnostics);
    List<YamlNode.Mapping> mappings = joining.mappings(parts, "the schema");
    mappings.forEach(joining::take);
    return mappings.stream().findFirst().map(joining::whole);
  }

  private void take(YamlNode.Mapping part) {
    for (YamlNode.Entry entry : part.entries()) {
      String key = entry.key().value();
      if (DECLARING.contains(key) || key.equals(LISTING)) {
        keys.putIfAbsent(key, entry.key());
        sections.computeIfAbsent(key, each -> new ArrayList<>()).add(entry.value());
      } else {
        others.add(entry);
      }
    }
  }

  /** What is wrong with the schema as a whole is told of its first part. */
  private YamlNode whole(YamlNode.Mapping first) {
    var entries = new ArrayList<YamlNode.Entry>(others);
    sections.forEach(
        (key, values) ->
            section(key, values)
                .ifPresent(
                    value ->
                        entries.add(
                            new YamlNode.Entry(
                                keys.getOrDefault(key, first.entries().get(0).key()), value))));
    return new YamlNode.Mapping(entries, first.span(), first.region());
  }

  private Optional<YamlNode> section(String key, List<YamlNode> values) {
    if (values.size() == 1) {
      return Optional.of(values.get(0));
    }
    return key.equals(LISTING) ? Optional.of(list(values)) : declarations(key, values);
  }

  private static YamlNode list(List<YamlNode> values) {
    List<YamlNode> items =
        values.stream()
            .flatMap(
                value ->
                    value instanceof YamlNode.Sequence list
                        ? list.items().stream()
                        : List.of(value).stream())
            .toList();
    return new YamlNode.Sequence(items, values.get(0).span());
  }

  private Optional<YamlNode> declarations(String key, List<YamlNode> values) {
    List<YamlNode.Mapping> mappings = mappings(values, "`" + key + "`");
    var declared = new LinkedHashMap<String, YamlNode.Entry>();
    for (YamlNode.Mapping mapping : mappings) {
      for (YamlNode.Entry entry : mapping.entries()) {
        YamlNode.Entry first = declared.putIfAbsent(entry.key().value(), entry);
        if (first != null) {
          reportDuplicate(entry.key(), first.key().span());
        }
      }
    }
    return mappings.stream()
        .findFirst()
        .map(
            first ->
                new YamlNode.Mapping(List.copyOf(declared.values()), first.span(), first.region()));
  }

  private void reportDuplicate(YamlNode.Scalar name, Span first) {
    diagnostics.report(
        DiagnosticCode.DUPLICATE_NAME,
        name.span(),
        "`" + name.value() + "` is already declared at " + first + "; declare it once");
  }

  private List<YamlNode.Mapping> mappings(List<YamlNode> nodes, String what) {
    var mappings = new ArrayList<YamlNode.Mapping>();
    for (YamlNode node : nodes) {
      if (node instanceof YamlNode.Mapping mapping) {
        mappings.add(mapping);
      } else {
        MappingReader.wrongShape(diagnostics, what, "a mapping", node);
      }
    }
    return mappings;
  }
}
