package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.AttributeLookup;
import dev.verdict.policy.file.schema.WrittenValue;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the properties of a test's entity, action or context. A name that the schema does not
 * declare is an error: with a slip in a name, a test that expects a deny would pass for the wrong
 * reason. So is a value of another type in a fixture, which many tests use; what a single test
 * describes in place may have one, as how policies take it may be what is tested.
 */
final class PropertyReader {

  private final Diagnostics diagnostics;
  private final WrittenValue written;

  PropertyReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    written = new WrittenValue(diagnostics);
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
    return read(entries, owner, declared, /* typed= */ false);
  }

  /**
   * The same.
   *
   * @param typed whether values of other types are reported
   */
  Attributes read(
      List<YamlNode.Entry> entries,
      String owner,
      Optional<Map<String, AttributeDeclaration>> declared,
      boolean typed) {
    var values = new ValueReader(diagnostics);
    var attributes = Attributes.builder();
    for (YamlNode.Entry entry : entries) {
      Optional<AttributeDeclaration> declaration =
          declared.flatMap(names -> AttributeLookup.find(entry.key(), owner, names, diagnostics));
      declaration.ifPresent(found -> written.checkNames(entry, owner, found));
      Optional<Value> value = values.read(entry.value());
      value.ifPresent(given -> attributes.add(entry.key().value(), given));
      if (typed && declaration.isPresent() && value.isPresent()) {
        written.fits(entry.key().value(), entry.value(), value.get(), declaration.get().type());
      }
    }
    return attributes.build();
  }
}
