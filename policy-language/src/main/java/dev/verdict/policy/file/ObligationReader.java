package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads obligations and advice: {@code audit}, {@code audit: {level: required}} or {@code audit:
 * {owner: {expression: resource.owner}}}.
 */
final class ObligationReader {

  private static final String EXPRESSION = "expression";

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
    reportNested(value);
    return values.read(value).map(constant -> new PropertyDeclaration.Constant(name, constant));
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
