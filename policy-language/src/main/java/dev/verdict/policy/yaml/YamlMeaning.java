package dev.verdict.policy.yaml;

import java.util.List;
import java.util.stream.IntStream;

/** Whether two pieces of YAML say the same, wherever and in whatever quotes they stand. */
public final class YamlMeaning implements YamlNode.Visitor<Boolean> {

  private final YamlNode other;

  private YamlMeaning(YamlNode other) {
    this.other = other;
  }

  /** The same values of the same types, and the same keys in the same order. */
  public static boolean isSame(YamlNode one, YamlNode other) {
    return one.accept(new YamlMeaning(other));
  }

  @Override
  public Boolean scalar(YamlNode.Scalar scalar) {
    return other instanceof YamlNode.Scalar another
        && scalar.value().equals(another.value())
        && isText(scalar) == isText(another);
  }

  @Override
  public Boolean sequence(YamlNode.Sequence list) {
    return other instanceof YamlNode.Sequence another && isSame(list.items(), another.items());
  }

  @Override
  public Boolean mapping(YamlNode.Mapping mapping) {
    return other instanceof YamlNode.Mapping another
        && keys(mapping).equals(keys(another))
        && isSame(mapping.parts(), another.parts());
  }

  /** Whether this is text to every reader: not empty, true, false or a number. */
  private static boolean isText(YamlNode.Scalar scalar) {
    return !CoreSchema.isNull(scalar)
        && CoreSchema.flag(scalar).isEmpty()
        && !CoreSchema.isNumber(scalar)
        && !CoreSchema.isNotFinite(scalar);
  }

  private static boolean isSame(List<YamlNode> some, List<YamlNode> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i)));
  }

  private static List<String> keys(YamlNode.Mapping mapping) {
    return mapping.entries().stream().map(entry -> entry.key().value()).toList();
  }
}
