package dev.verdict.policy.yaml;

/** Reads one YAML document into nodes. */
public final class YamlReader {
  private YamlReader() {}
}
