package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Silence;
import dev.verdict.policy.diagnostic.Warning;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Optional;

/**
 * Reads the key {@code silence} of a rule or an action: warnings that its author does not want to
 * hear, each with the reason. The reason is for those who read the file.
 */
public final class SilenceReader {

  private SilenceReader() {}

  /**
   * Silences warnings; what is no warning, or lacks a reason, is reported.
   *
   * @param owner has the key
   * @param region where they are silenced
   */
  public static void read(MappingReader owner, Region region, Diagnostics diagnostics) {
    for (YamlNode.Entry entry : owner.entries("silence")) {
      YamlNode.Scalar name = entry.key();
      Optional<YamlNode.Scalar> reason =
          MappingReader.scalar(
              entry.value(),
              "`" + name.value() + "`",
              "the reason why the warning is silenced",
              diagnostics);
      Optional<DiagnosticCode> code =
          Warning.named(new Located<>(name.value(), name.span()), diagnostics);
      if (reason.isPresent()) {
        code.ifPresent(found -> diagnostics.silence(new Silence(found, name.span(), region)));
      }
    }
  }
}
