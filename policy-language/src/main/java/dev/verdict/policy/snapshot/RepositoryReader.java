package dev.verdict.policy.snapshot;

import dev.verdict.policy.authortest.Fixtures;
import dev.verdict.policy.authortest.TestFile;
import dev.verdict.policy.authortest.TestFileReader;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.RolesOfSubjects;
import dev.verdict.policy.file.data.DataReader;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the files of a repository, those anew that are others than at the last good load. */
final class RepositoryReader {

  private final RepositoryFiles files;
  private final LoadMemory memory;
  private final Diagnostics diagnostics;

  RepositoryReader(RepositoryFiles files, LoadMemory memory, Diagnostics diagnostics) {
    this.files = files;
    this.memory = memory;
    this.diagnostics = diagnostics;
  }

  /** What the repository says of itself. */
  RepositoryFile own() {
    return documents(FileKind.REPOSITORY).stream()
        .findFirst()
        .map(document -> RepositoryFile.read(document, diagnostics))
        .orElse(RepositoryFile.DEFAULT);
  }

  /**
   * The schema, from all of its files; empty where there is none, or where it has errors, which are
   * reported.
   */
  Optional<Schema> schema() {
    return memory
        .schemas()
        .get(
            "schema",
            Inputs.values(files.of(FileKind.SCHEMA)),
            diagnostics,
            () -> SchemaReader.read(documents(FileKind.SCHEMA), diagnostics));
  }

  /** Reports which files are no YAML: without a schema nothing can be said of what they mean. */
  void withoutSchema() {
    for (SourceFile file : files.all()) {
      FileKind kind = FileKind.of(file.path());
      if (kind != FileKind.REPOSITORY && kind != FileKind.SCHEMA) {
        var unused = YamlReader.read(file, diagnostics);
      }
    }
    if (files.of(FileKind.SCHEMA).isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.report(
          DiagnosticCode.REPOSITORY_EMPTY,
          Span.startOf("schema.yaml"),
          "a policy repository needs a `schema.yaml` that declares its subjects and resources");
    }
  }

  /**
   * What the authors wrote about who may do what.
   *
   * @param elsewhere names that others declare
   */
  PolicyDeclarations declarations(Set<NameKind> elsewhere) {
    return memory.declarations().read(files::of, elsewhere, diagnostics);
  }

  /**
   * The stored attributes, from all files of data together. They are read one after the other: the
   * nodes of a million entries would take gigabytes.
   */
  StoredAttributes data(Schema schema, DeclaredNames declared) {
    var roles = new RolesOfSubjects(declared, diagnostics);
    List<SourceFile> written = files.of(FileKind.DATA);
    return memory
        .data()
        .get(
            "data",
            declared.inputs().and(List.of(schema)).andValues(written),
            diagnostics,
            () ->
                DataReader.read(
                    written.stream()
                        .flatMap(file -> YamlReader.read(file, diagnostics).stream())
                        .peek(roles::checkData),
                    schema,
                    diagnostics));
  }

  /** The authors' tests, by file; one is also read anew where the shared fixtures are others. */
  List<TestFile> tests(Schema schema, DeclaredNames declared) {
    var roles = new RolesOfSubjects(declared, diagnostics);
    List<YamlNode> documents = documents(FileKind.FIXTURES);
    Fixtures fixtures = Fixtures.shared(documents, schema, diagnostics);
    roles.checkTests(documents);
    Inputs shared = declared.inputs().and(List.of(schema)).andValues(files.of(FileKind.FIXTURES));
    var tests = new ArrayList<TestFile>();
    for (SourceFile file : files.of(FileKind.TEST)) {
      tests.add(
          memory
              .tests()
              .get(
                  file.path(),
                  shared.andValues(file.text()),
                  diagnostics,
                  () -> test(file, fixtures, schema, roles)));
    }
    return tests;
  }

  private TestFile test(SourceFile file, Fixtures fixtures, Schema schema, RolesOfSubjects roles) {
    Optional<YamlNode> document = YamlReader.read(file, diagnostics);
    document.map(List::of).ifPresent(roles::checkTests);
    return document
        .map(found -> TestFileReader.read(found, fixtures, schema, diagnostics))
        .orElseGet(() -> new TestFile(List.of()));
  }

  private List<YamlNode> documents(FileKind kind) {
    return files.of(kind).stream()
        .flatMap(file -> YamlReader.read(file, diagnostics).stream())
        .toList();
  }
}
