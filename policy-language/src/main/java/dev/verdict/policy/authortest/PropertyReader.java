package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.AttributeLookup;
import dev.verdict.policy.file.schema.WrittenValue;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the properties of a test's entity, action or context. A name that the schema does not
 * declare is an error: with a slip in a name, a test that expects a deny would pass for the wrong
 * reason. A value of another type is not: how policies take it may be what is tested.
 */
final class PropertyReader {

  private final Diagnostics diagnostics;

  PropertyReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The properties.
   *
   * @param owner of the properties, in messages
   * @param declared by name; absent: the owner is not known, and nothing is said of its properties
   */
  Attributes read(
      List<YamlNode.Entry> entries,
      String owner,
      Optional<Map<String, AttributeDeclaration>> declared) {
    var values = new ValueReader(diagnostics);
    var written = new WrittenValue(diagnostics);
    var attributes = Attributes.builder();
    for (YamlNode.Entry entry : entries) {
      declared
          .flatMap(names -> AttributeLookup.find(entry.key(), owner, names, diagnostics))
          .ifPresent(declaration -> written.checkNames(entry.value(), declaration.type()));
      values.read(entry.value()).ifPresent(value -> attributes.add(entry.key().value(), value));
    }
    return attributes.build();
  }
}
