package dev.verdict.policy.difference;

import dev.verdict.policy.yaml.YamlNode;
import java.util.stream.Collectors;

/** YAML on one line, without its comments and its layout. */
final class FlowText implements YamlNode.Visitor<String> {

  private static final FlowText TEXT = new FlowText();

  private FlowText() {}

  static String of(YamlNode node) {
    return node.accept(TEXT);
  }

  /** Line breaks and the blanks around them say nothing in a condition or a sentence. */
  @Override
  public String scalar(YamlNode.Scalar scalar) {
    return scalar.value().strip().replaceAll("\\s*\\n\\s*", " ");
  }

  @Override
  public String sequence(YamlNode.Sequence sequence) {
    return sequence.items().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String mapping(YamlNode.Mapping mapping) {
    return mapping.entries().stream()
        .map(entry -> entry.key().value() + ": " + of(entry.value()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
