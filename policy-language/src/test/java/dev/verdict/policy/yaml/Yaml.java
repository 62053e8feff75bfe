package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;

/** YAML for tests, which must be right. */
public final class Yaml {

  private Yaml() {}

  /** The document of a file that is called so. */
  public static YamlNode parse(String path, String text) {
    var diagnostics = new Diagnostics();
    return YamlReader.read(new SourceFile(path, text), diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.sorted().toString()));
  }
}
