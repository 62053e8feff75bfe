package dev.verdict.policy.file;

import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code fields}: {@code [a, b]} or {@code {except: [a, b]}}. */
public final class FieldsReader {

  private FieldsReader() {}

  /** The fields of a rule or of a test; empty where they are absent or, reported, wrong. */
  public static Optional<FieldsDeclaration> read(MappingReader reader) {
    Optional<YamlNode> node = reader.node("fields");
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping) {
      return reader
          .mapping("fields", List.of("except"))
          .filter(except -> except.requiredNode("except").isPresent())
          .map(except -> new FieldsDeclaration(true, except.texts("except")));
    }
    return node.map(any -> new FieldsDeclaration(false, reader.texts("fields")));
  }
}
