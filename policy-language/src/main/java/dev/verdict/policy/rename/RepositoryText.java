package dev.verdict.policy.rename;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.policy.snapshot.WrittenDeclarations;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repository without errors, read once more for its names. */
final class RepositoryText {

  private final Diagnostics ignored = new Diagnostics();
  private final Map<FileKind, List<YamlNode>> documents = new EnumMap<>(FileKind.class);
  private final Schema schema;
  private final NameUses uses = new NameUses();
  private final PolicyDeclarations declarations;

  /**
   * @param files of a repository that loads
   */
  RepositoryText(List<SourceFile> files) {
    for (SourceFile file : files) {
      FileKind kind = FileKind.of(file.path());
      if (kind.isLoaded()) {
        YamlReader.read(file, ignored)
            .ifPresent(node -> documents.computeIfAbsent(kind, k -> new ArrayList<>()).add(node));
      }
    }
    schema =
        SchemaReader.read(of(FileKind.SCHEMA), ignored)
            .orElseThrow(() -> new IllegalArgumentException("files: they have errors"));
    declarations =
        WrittenDeclarations.of(
            kind -> files.stream().filter(file -> FileKind.of(file.path()) == kind).toList(),
            Set.of(),
            ignored);
    collect();
  }

  /** The names of roles that conditions give. */
  Set<String> derivedRoles() {
    return declarations.roles().stream()
        .flatMap(file -> file.derived().stream())
        .map(role -> role.name().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  Schema schema() {
    return schema;
  }

  /** What its names mean. */
  NameUses uses() {
    return uses;
  }

  private void collect() {
    var schemaUses = new SchemaUses(uses);
    of(FileKind.SCHEMA).forEach(schemaUses::schema);
    of(FileKind.ROLES).forEach(schemaUses::roles);
    new PolicyUses(declarations, schema, uses).collect();
    of(FileKind.DATA).forEach(new DataUses(schema, uses)::data);
    new TestUses(schema, uses)
        .tests(
            Stream.of(FileKind.FIXTURES, FileKind.TEST)
                .flatMap(kind -> of(kind).stream())
                .toList());
  }

  private List<YamlNode> of(FileKind kind) {
    return documents.getOrDefault(kind, List.of());
  }
}
