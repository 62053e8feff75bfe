package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.GrantsReader;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.PolicyFileReader;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.file.RolesFileReader;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.file.VariablesFileReader;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads all that the authors of a repository wrote about who may do what, from its files. */
public final class WrittenDeclarations {

  private final FileReading<PolicyFile> policies;
  private final FileReading<VariablesFile> variables;
  private final FileReading<RolesFile> roles;
  private final FileReading<List<GrantDeclaration>> grants;

  WrittenDeclarations(Memory memory) {
    policies = new FileReading<>(memory, PolicyFileReader::read);
    variables = new FileReading<>(memory, VariablesFileReader::read);
    roles = new FileReading<>(memory, RolesFileReader::read);
    grants =
        new FileReading<>(
            memory, (document, findings) -> Optional.of(GrantsReader.read(document, findings)));
  }

  /**
   * Reads the files of policies, variables, roles and grants. What cannot be read is reported and
   * left out.
   *
   * @param files of one kind, by path
   * @param elsewhere names that others declare
   */
  public static PolicyDeclarations of(
      Function<FileKind, List<SourceFile>> files,
      Set<NameKind> elsewhere,
      Diagnostics diagnostics) {
    return new WrittenDeclarations(new Memory()).read(files, elsewhere, diagnostics);
  }

  /** The same, with the help of earlier readings. */
  PolicyDeclarations read(
      Function<FileKind, List<SourceFile>> files,
      Set<NameKind> elsewhere,
      Diagnostics diagnostics) {
    return new PolicyDeclarations(
        policies.read(files.apply(FileKind.POLICY), diagnostics),
        variables.read(files.apply(FileKind.VARIABLES), diagnostics),
        roles.read(files.apply(FileKind.ROLES), diagnostics).stream().findFirst(),
        grants.read(files.apply(FileKind.GRANTS), diagnostics).stream()
            .flatMap(List::stream)
            .toList(),
        elsewhere);
  }
}
