package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.Vocabulary;
import dev.verdict.policy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads declarations of attributes: name to type, or to a mapping with the type and its sources.
 */
final class AttributesReader {

  private static final String PRESENCE =
      "every attribute must be there unless a `?` follows its type: `string?`";
  private static final Vocabulary DECLARATION =
      Vocabulary.of(List.of("type", "from", "sensitive", "deprecated"))
          .advising("required", PRESENCE)
          .advising("optional", PRESENCE)
          .advising("nullable", PRESENCE)
          .advising("default", "a condition gives defaults: `resource.owner ?? 'nobody'`")
          .advisingAnew("enum", "write `type: \"enum(a, b)\"`", "type")
          .advising("values", "write `type: \"enum(a, b)\"`")
          .advising("items", "write `type: list<string>` or `type: set<string>`")
          .advising("format", "write the type that holds it: `timestamp`, `duration`, `ip`")
          .advising("properties", "declare a record in `types`, and name it in `type`")
          .advising("attributes", "declare a record in `types`, and name it in `type`")
          .advising("pattern", "a condition compares with patterns: `matches(text, 'pattern')`")
          .advising("source", "write `from: [request, data]`")
          .advising("description", "write it behind a `#`");
  private static final List<String> SOURCES = List.of("request", "data");

  private final TypeReader types;
  private final Diagnostics diagnostics;

  AttributesReader(TypeReader types, Diagnostics diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /**
   * The attributes that are declared well.
   *
   * @param builtIn names that are always there and may not be declared
   */
  Map<String, AttributeDeclaration> read(List<YamlNode.Entry> entries, List<String> builtIn) {
    var attributes = new LinkedHashMap<String, AttributeDeclaration>();
    for (YamlNode.Entry entry : entries) {
      if (isName(entry.key(), builtIn)) {
        declaration(entry).ifPresent(found -> attributes.put(found.name(), found));
      }
    }
    return attributes;
  }

  private boolean isName(YamlNode.Scalar key, List<String> builtIn) {
    Optional<String> problem =
        builtIn.contains(key.value())
            ? Optional.of("`" + key.value() + "` is always there; leave it out")
            : Identifier.attributeProblem(key.value());
    problem.ifPresent(
        message -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, key.span(), message));
    return problem.isEmpty();
  }

  private Optional<AttributeDeclaration> declaration(YamlNode.Entry entry) {
    String name = entry.key().value();
    String what = "the attribute `" + name + "`";
    if (entry.value() instanceof YamlNode.Mapping) {
      return MappingReader.open(entry.value(), what, DECLARATION, diagnostics)
          .flatMap(reader -> longForm(name, reader));
    }
    String type =
        entry.value() instanceof YamlNode.Sequence
            ? "a type, like `enum(a, b)` for one of these texts"
            : "a type, or a mapping with one";
    return MappingReader.scalar(entry.value(), what, type, diagnostics)
        .flatMap(types::read)
        .map(
            written ->
                new AttributeDeclaration(name, written.type(), written.optional(), true, true));
  }

  private Optional<AttributeDeclaration> longForm(String name, MappingReader reader) {
    List<Located<String>> sources = reader.texts("from");
    for (Located<String> source : sources) {
      if (!SOURCES.contains(source.value())) {
        diagnostics.report(
            DiagnosticCode.WRONG_SHAPE,
            source.span(),
            "`from` lists `request`, `data` or both, not `"
                + source.value()
                + "`"
                + Suggestion.didYouMean(source.value(), SOURCES));
      }
    }
    boolean sensitive = reader.flag("sensitive").orElse(false);
    Optional<String> deprecated = Sentence.deprecated(reader, diagnostics);
    return reader
        .requiredScalar("type")
        .flatMap(types::read)
        .map(
            written ->
                new AttributeDeclaration(
                    name,
                    written.type(),
                    written.optional(),
                    !reader.has("from") || lists(sources, "request"),
                    !reader.has("from") || lists(sources, "data"),
                    sensitive,
                    deprecated));
  }

  private static boolean lists(List<Located<String>> sources, String name) {
    return sources.stream().anyMatch(source -> source.value().equals(name));
  }
}
