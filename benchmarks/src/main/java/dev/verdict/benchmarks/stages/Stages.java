package dev.verdict.benchmarks.stages;

import dev.verdict.policy.check.PolicyChecker;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.PolicyFileReader;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From text to checked policies, without the rest of a repository. */
public final class Stages {

  private final Diagnostics diagnostics = new Diagnostics();

  private Stages() {}

  /**
   * One policy file, checked against a schema.
   *
   * @throws IllegalStateException where there is anything to report
   */
  public static CheckedPolicySet check(String schema, String policy) {
    return new Stages().checked(schema, policy);
  }

  private CheckedPolicySet checked(String schemaText, String policyText) {
    Optional<Schema> schema =
        document("schema.yaml", schemaText)
            .flatMap(document -> SchemaReader.read(document, diagnostics));
    Optional<PolicyFile> policy =
        document("measured.policy.yaml", policyText)
            .flatMap(document -> PolicyFileReader.read(document, diagnostics));
    if (schema.isEmpty() || policy.isEmpty()) {
      throw failure();
    }
    CheckedPolicySet checked =
        PolicyChecker.check(
            new PolicyDeclarations(
                List.of(policy.get()), List.of(), Optional.empty(), List.of(), Set.of()),
            schema.get(),
            StoredAttributes.NONE,
            diagnostics);
    if (diagnostics.hasErrors()) {
      throw failure();
    }
    return checked;
  }

  private Optional<YamlNode> document(String path, String text) {
    return YamlReader.read(new SourceFile(path, text), diagnostics);
  }

  private IllegalStateException failure() {
    return new IllegalStateException("diagnostics: " + diagnostics.sorted() + " (expected: none)");
  }
}
