package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads the obligations or the advice that a test expects: {@code audit}, whatever its properties,
 * or {@code audit: { level: required }} with just these.
 */
final class DutiesReader {

  private final Diagnostics diagnostics;

  DutiesReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Unlike elsewhere an empty list says something: none is expected. */
  Optional<List<ExpectedDuty>> read(MappingReader test, String key) {
    return test.node(key)
        .map(node -> test.items(key).stream().flatMap(item -> duty(key, item).stream()).toList());
  }

  private Optional<ExpectedDuty> duty(String key, YamlNode item) {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      return MappingReader.scalar(
              item,
              "an item of `" + key + "`",
              "a name, or `name: {}` with properties",
              diagnostics)
          .map(name -> new ExpectedDuty(name.value(), Optional.empty()));
    }
    if (mapping.entries().size() != 1) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          mapping.span(),
          "an item of `" + key + "` has one name; begin each with `- `");
      return Optional.empty();
    }
    YamlNode.Entry entry = mapping.entries().get(0);
    if (entry.value() instanceof YamlNode.Mapping properties) {
      return Optional.of(
          new ExpectedDuty(
              entry.key().value(),
              Optional.of(new ValueReader(diagnostics).readAttributes(properties))));
    }
    MappingReader.wrongShape(
        diagnostics, "`" + entry.key().value() + "`", "a mapping of properties", entry.value());
    return Optional.empty();
  }
}
