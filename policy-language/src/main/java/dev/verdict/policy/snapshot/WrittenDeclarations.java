package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.GrantsReader;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFileReader;
import dev.verdict.policy.file.RolesFileReader;
import dev.verdict.policy.file.VariablesFileReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads all that the authors of a repository wrote about who may do what, from its documents. */
public final class WrittenDeclarations {

  private WrittenDeclarations() {}

  /**
   * Reads the files of policies, variables, roles and grants. What cannot be read is reported and
   * left out.
   *
   * @param documents of one kind, by path
   * @param elsewhere names that others declare
   */
  public static PolicyDeclarations read(
      Function<FileKind, List<YamlNode>> documents,
      Set<NameKind> elsewhere,
      Diagnostics diagnostics) {
    return new PolicyDeclarations(
        documents.apply(FileKind.POLICY).stream()
            .flatMap(document -> PolicyFileReader.read(document, diagnostics).stream())
            .toList(),
        documents.apply(FileKind.VARIABLES).stream()
            .flatMap(document -> VariablesFileReader.read(document, diagnostics).stream())
            .toList(),
        documents.apply(FileKind.ROLES).stream()
            .findFirst()
            .flatMap(document -> RolesFileReader.read(document, diagnostics)),
        documents.apply(FileKind.GRANTS).stream()
            .flatMap(document -> GrantsReader.read(document, diagnostics).stream())
            .toList(),
        elsewhere);
  }
}
