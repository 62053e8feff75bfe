package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads obligations and advice: {@code audit}, {@code audit: {level: required}} or {@code audit:
 * {owner: {expression: resource.owner}}}.
 */
final class ObligationReader {

  private static final String EXPRESSION = "expression";
  private static final Set<String> FOREIGN_KEYS =
      Set.of("expr", "exp", "eval", "jexl", "cel", "formula", "$expr");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?:[$#%]?\\{\\{?\\s*)?(?:subject|actor|action|resource|context)(?:\\.[A-Za-z_]\\w*)+"
              + "(?:\\s*\\}\\}?)?");

  private final ExpressionReader expressions;
  private final Diagnostics diagnostics;
  private final ValueReader values;

  ObligationReader(ExpressionReader expressions, Diagnostics diagnostics) {
    this.expressions = expressions;
    this.diagnostics = diagnostics;
    values = new ValueReader(diagnostics);
  }

  List<ObligationDeclaration> read(List<YamlNode> items) {
    var obligations = new ArrayList<ObligationDeclaration>();
    for (YamlNode item : items) {
      obligation(item).ifPresent(obligations::add);
    }
    return obligations;
  }

  private Optional<ObligationDeclaration> obligation(YamlNode item) {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      return MappingReader.scalar(
              item, "an obligation", "a name or `name: {}` with properties", diagnostics)
          .flatMap(name -> declaration(name, List.of()));
    }
    if (mapping.entries().size() != 1) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          mapping.span(),
          "an obligation has one name; begin each with `- `, and indent what belongs to it");
      return Optional.empty();
    }
    YamlNode.Entry entry = mapping.entries().get(0);
    if (entry.value() instanceof YamlNode.Mapping properties) {
      return declaration(entry.key(), properties(properties));
    }
    MappingReader.wrongShape(
        diagnostics, "`" + entry.key().value() + "`", "a mapping of properties", entry.value());
    return Optional.empty();
  }

  private List<PropertyDeclaration> properties(YamlNode.Mapping mapping) {
    var properties = new ArrayList<PropertyDeclaration>();
    for (YamlNode.Entry entry : mapping.entries()) {
      property(entry.key().value(), entry.value()).ifPresent(properties::add);
    }
    return properties;
  }

  private Optional<PropertyDeclaration> property(String name, YamlNode value) {
    if (isExpression(value)) {
      return MappingReader.open(value, "`" + name + "`", List.of(EXPRESSION), diagnostics)
          .flatMap(reader -> reader.mappedText(EXPRESSION))
          .map(text -> new PropertyDeclaration.Computed(name, expressions.read(text)));
    }
    if (reportSlip(name, value)) {
      return Optional.empty();
    }
    reportNested(value);
    reportAttribute(name, value);
    return values.read(value).map(constant -> new PropertyDeclaration.Constant(name, constant));
  }

  /** Whether the one key of a mapping is nearly `expression`; it would be sent as it is written. */
  private boolean reportSlip(String name, YamlNode value) {
    if (!(value instanceof YamlNode.Mapping mapping)
        || mapping.entries().size() != 1
        || !(mapping.entries().get(0).value() instanceof YamlNode.Scalar)) {
      return false;
    }
    YamlNode.Scalar key = mapping.entries().get(0).key();
    boolean slip =
        FOREIGN_KEYS.contains(key.value().toLowerCase(Locale.ROOT))
            || Suggestion.nearest(key.value(), List.of(EXPRESSION)).isPresent();
    if (slip) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_KEY,
          key.span(),
          "unknown key `" + key.value() + "` in `" + name + "`; write `" + EXPRESSION + "`");
    }
    return slip;
  }

  private void reportAttribute(String name, YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar && ATTRIBUTE.matcher(scalar.value()).matches()) {
      diagnostics.report(
          DiagnosticCode.CONSTANT_PROPERTY,
          scalar.span(),
          "`"
              + name
              + "` is sent as the text `"
              + scalar.value()
              + "`; write `"
              + name
              + ": { expression: .. }` for the value");
    }
  }

  /** Deeper down it would be sent as it is written, which is never what was meant. */
  private void reportNested(YamlNode value) {
    for (YamlNode part : value.parts()) {
      if (isExpression(part)) {
        diagnostics.report(
            DiagnosticCode.WRONG_SHAPE,
            part.span(),
            "an expression is the whole of a property, not a part of it");
      } else {
        reportNested(part);
      }
    }
  }

  private static boolean isExpression(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> entry.key().value().equals(EXPRESSION));
  }

  private Optional<ObligationDeclaration> declaration(
      YamlNode.Scalar name, List<PropertyDeclaration> properties) {
    Optional<String> problem = Identifier.labelProblem(name.value());
    problem.ifPresent(
        message -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, name.span(), message));
    return problem.isPresent()
        ? Optional.empty()
        : Optional.of(
            new ObligationDeclaration(new Located<>(name.value(), name.span()), properties));
  }
}
