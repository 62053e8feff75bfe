package dev.verdict.policy.rename;

import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes nodes apart that are known to have the right shape. */
final class YamlParts {

  private YamlParts() {}

  /** Of a mapping; anything else has none. */
  static List<YamlNode.Entry> entries(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
  }

  /** The entries of the mapping under a key. */
  static List<YamlNode.Entry> entries(YamlNode node, String key) {
    return value(node, key).map(YamlParts::entries).orElse(List.of());
  }

  /** What stands under a key. */
  static Optional<YamlNode> value(YamlNode node, String key) {
    return entries(node).stream()
        .filter(entry -> entry.key().value().equals(key))
        .map(YamlNode.Entry::value)
        .findFirst();
  }

  /** The items of a list, or the one that stands in its place. */
  static List<YamlNode> items(YamlNode node) {
    return node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
  }

  /** The items under a key. */
  static List<YamlNode> items(YamlNode node, String key) {
    return value(node, key).map(YamlParts::items).orElse(List.of());
  }

  /** A single value. */
  static Optional<YamlNode.Scalar> scalar(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The single value under a key. */
  static Optional<YamlNode.Scalar> scalar(YamlNode node, String key) {
    return value(node, key).flatMap(YamlParts::scalar);
  }

  /** The single values of a list, or the one in its place. */
  static Stream<YamlNode.Scalar> scalars(YamlNode node) {
    return items(node).stream().flatMap(item -> scalar(item).stream());
  }

  /** Those under a key. */
  static Stream<YamlNode.Scalar> scalars(YamlNode node, String key) {
    return value(node, key).stream().flatMap(YamlParts::scalars);
  }
}
