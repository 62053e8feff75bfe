package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;
import java.util.Optional;

/** Tells which texts may stand in a file without quotes. */
public final class PlainScalar {

  private PlainScalar() {}

  /**
   * Whether a text, as it would stand in a file, is one single value from its first to its last
   * sign.
   *
   * @param inFlow whether it would stand in brackets
   */
  public static boolean isOne(String raw, boolean inFlow) {
    return outline(raw, inFlow).isPresent();
  }

  /** Whether the value is besides that very text, and no number, no flag and no null. */
  public static boolean isText(String text, boolean inFlow) {
    return outline(text, inFlow)
        .filter(outline -> outline.steps().get(1).value().equals(text))
        .flatMap(outline -> outline.document().parts().stream().findFirst())
        .map(YamlNode.Scalar.class::cast)
        .filter(
            scalar ->
                !CoreSchema.isNull(scalar)
                    && CoreSchema.flag(scalar).isEmpty()
                    && !CoreSchema.isNumber(scalar)
                    && !CoreSchema.isNotFinite(scalar))
        .isPresent();
  }

  private static Optional<YamlOutline> outline(String raw, boolean inFlow) {
    String list = inFlow ? "[" + raw + "]\n" : "- " + raw + "\n";
    return YamlOutline.read(new SourceFile("", list), new Diagnostics())
        .filter(outline -> outline.steps().size() == 3)
        .filter(outline -> isAll(outline.steps().get(1), raw));
  }

  private static boolean isAll(YamlOutline.Step step, String raw) {
    return step.kind() == YamlOutline.Kind.PLAIN && step.to() - step.from() == raw.length();
  }
}
