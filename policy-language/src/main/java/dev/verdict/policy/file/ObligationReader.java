package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads obligations and advice: {@code audit} or {@code audit: {level: required}}. */
final class ObligationReader {

  private final Diagnostics diagnostics;
  private final ValueReader values;

  ObligationReader(Diagnostics diagnostics) {
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
          .flatMap(name -> declaration(name, Attributes.NONE));
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
      return declaration(entry.key(), values.readAttributes(properties));
    }
    MappingReader.wrongShape(
        diagnostics, "`" + entry.key().value() + "`", "a mapping of properties", entry.value());
    return Optional.empty();
  }

  private Optional<ObligationDeclaration> declaration(YamlNode.Scalar name, Attributes properties) {
    Optional<String> problem = Identifier.labelProblem(name.value());
    problem.ifPresent(
        message -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, name.span(), message));
    return problem.isPresent()
        ? Optional.empty()
        : Optional.of(
            new ObligationDeclaration(new Located<>(name.value(), name.span()), properties));
  }
}
