package dev.verdict.policy.snapshot;

import dev.verdict.policy.analyse.PolicyAnalysis;
import dev.verdict.policy.authortest.Fixtures;
import dev.verdict.policy.authortest.TestFile;
import dev.verdict.policy.authortest.TestFileReader;
import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.authortest.TestRun;
import dev.verdict.policy.authortest.TestRunner;
import dev.verdict.policy.check.PolicyChecker;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.decision.WorstDecision;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Strictness;
import dev.verdict.policy.evaluate.CompiledPolicySet;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RolesOfSubjects;
import dev.verdict.policy.file.data.DataReader;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.PolicyLowering;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the files of a policy repository into a snapshot, or into reasons why not. */
public final class SnapshotLoader {

  /** So many rules may be tried one by one without a warning: some ten microseconds. */
  private static final int MAX_SCAN = 200;

  private final List<SourceFile> files;
  private final String revision;
  private final LoadOptions options;
  private final LoadListener listener;
  private final Diagnostics diagnostics;
  private Strictness strictness;
  private boolean refusesUndeclared;
  private Set<NameKind> elsewhere = Set.of();
  private Workbench.@Nullable Parts parts;

  private SnapshotLoader(
      List<SourceFile> files, String revision, LoadOptions options, LoadListener listener) {
    this.files = files;
    this.revision = revision;
    this.options = options;
    this.listener = listener;
    diagnostics = new Diagnostics(options.limits());
    strictness = options.strictness();
  }

  /**
   * Reads, checks, compiles and tests.
   *
   * @param files of the repository, in any order
   * @param revision names the state of the repository that the files were taken from
   * @return never throws for what the files hold
   */
  public static LoadResult load(List<SourceFile> files, String revision) {
    return load(files, revision, LoadOptions.DEFAULT);
  }

  /** The same, in another way than a server does. */
  public static LoadResult load(List<SourceFile> files, String revision, LoadOptions options) {
    return load(files, revision, options, LoadListener.SILENT);
  }

  /** The same, telling a listener of each stage. */
  public static LoadResult load(
      List<SourceFile> files, String revision, LoadOptions options, LoadListener listener) {
    return new SnapshotLoader(files, revision, options, listener).load();
  }

  /** The same without running tests, and keeps what a server has no use for. */
  public static Inspection inspect(List<SourceFile> files, String revision) {
    var loader =
        new SnapshotLoader(files, revision, LoadOptions.DEFAULT.untested(), LoadListener.SILENT);
    LoadResult result = loader.load();
    Workbench.Parts parts = loader.parts;
    return new Inspection(
        result,
        parts == null
            ? Optional.empty()
            : result.snapshot().map(snapshot -> new Workbench(snapshot, parts)));
  }

  private LoadResult load() {
    RepositoryFiles repository = RepositoryFiles.read(files, diagnostics);
    RepositoryFile own =
        repository.of(FileKind.REPOSITORY).stream()
            .findFirst()
            .map(document -> RepositoryFile.read(document, diagnostics))
            .orElse(RepositoryFile.DEFAULT);
    strictness = strictness.and(own.strictness());
    refusesUndeclared = own.refusesUndeclared();
    elsewhere = own.elsewhere();
    repository.reportUnknown(own.ignored(), diagnostics);
    return schema(repository)
        .map(schema -> load(repository, schema))
        .orElseGet(() -> withoutSchema(repository));
  }

  /** Tells what else is wrong. */
  private LoadResult withoutSchema(RepositoryFiles repository) {
    repository.data(diagnostics).forEach(document -> {});
    return rejected();
  }

  private LoadResult load(RepositoryFiles repository, Schema schema) {
    PolicyDeclarations declarations =
        WrittenDeclarations.read(repository::of, elsewhere, diagnostics);
    if (!isBounded(declarations.policies())) {
      return rejected();
    }
    var declared = new DeclaredNames(declarations, schema.tenants(), diagnostics);
    var roles = new RolesOfSubjects(declared, diagnostics);
    StoredAttributes data =
        DataReader.read(repository.data(diagnostics).peek(roles::checkData), schema, diagnostics);
    listener.finished(LoadStage.PARSE);
    CheckedPolicySet checked = PolicyChecker.check(declarations, schema, data, diagnostics);
    Fixtures fixtures =
        Fixtures.shared(repository.of(FileKind.FIXTURES), checked.schema(), diagnostics);
    List<TestFile> tests =
        repository.of(FileKind.TEST).stream()
            .map(document -> TestFileReader.read(document, fixtures, checked.schema(), diagnostics))
            .toList();
    roles.checkTests(repository.of(FileKind.FIXTURES));
    roles.checkTests(repository.of(FileKind.TEST));
    if (diagnostics.hasErrors()) {
      diagnostics.leaveOutConsequences();
      return rejected();
    }
    PolicyTree tree = PolicyLowering.lower(checked);
    PolicyAnalysis.analyse(tree, declared, diagnostics);
    parts =
        new Workbench.Parts(
            declarations,
            tree,
            repository,
            tests.stream().flatMap(file -> file.tests().stream()).toList());
    listener.finished(LoadStage.CHECK);
    Evaluator evaluator = compile(tree);
    listener.finished(LoadStage.COMPILE);
    TestRun run = TestRunner.run(tests, evaluator, tree, options.tests());
    run.results().forEach(this::reportFailure);
    listener.finished(LoadStage.TEST);
    var contents =
        new Snapshot.Contents(
            repository.count(), declarations.policies().size(), tree.size(), count(tests));
    return result(Optional.of(new Snapshot(revision, contents, tree, evaluator)), run);
  }

  private Evaluator compile(PolicyTree tree) {
    CompiledPolicySet compiled = PolicyCompiler.compile(tree, revision, diagnostics.limits());
    compiled.worstDecisions().stream()
        .filter(worst -> worst.rules() > MAX_SCAN)
        .forEach(worst -> reportScan(worst, tree));
    diagnostics.reportUnusedSilences();
    var evaluator = new Evaluator(refusesUndeclared ? compiled.refusingUndeclared() : compiled);
    evaluator.rehearse();
    return evaluator;
  }

  private boolean isBounded(List<PolicyFile> policies) {
    int limit = diagnostics.limits().of(Limit.RULES);
    int rules = policies.stream().mapToInt(policy -> policy.rules().size()).sum();
    if (rules > limit) {
      diagnostics.report(
          DiagnosticCode.REPOSITORY_TOO_LARGE,
          Span.startOf("verdict.yaml"),
          "the repository has " + rules + " rules (limit " + limit + ")");
    }
    return rules <= limit;
  }

  private Optional<Schema> schema(RepositoryFiles repository) {
    if (repository.of(FileKind.SCHEMA).isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.report(
          DiagnosticCode.REPOSITORY_EMPTY,
          Span.startOf("schema.yaml"),
          "a policy repository needs a `schema.yaml` that declares its subjects and resources");
    }
    return SchemaReader.read(repository.of(FileKind.SCHEMA), diagnostics);
  }

  private void reportScan(WorstDecision worst, PolicyTree tree) {
    RuleTree first =
        tree.everyRule()
            .filter(rule -> worst.first().equals(Optional.of(rule.reference())))
            .findFirst()
            .orElseThrow();
    diagnostics.report(
        DiagnosticCode.TOO_MANY_UNINDEXED_RULES,
        first.span(),
        "a request to `"
            + worst.action()
            + "` a `"
            + worst.resourceType()
            + "` may have to try "
            + worst.rules()
            + " rules one by one (limit "
            + MAX_SCAN
            + "); an equality test such as `resource.kind == 'x'`, or `within(resource.folder,"
            + " 'x')`, lets them be looked up instead");
  }

  private static int count(List<TestFile> files) {
    return files.stream().mapToInt(file -> file.tests().size()).sum();
  }

  private void reportFailure(TestResult result) {
    result
        .failure()
        .ifPresent(
            failure ->
                diagnostics.report(
                    DiagnosticCode.TEST_FAILED,
                    result.span(),
                    "test `" + result.name() + "` failed: " + failure.sentence()));
  }

  private LoadResult rejected() {
    return result(Optional.empty(), TestRun.NONE);
  }

  private LoadResult result(Optional<Snapshot> snapshot, TestRun run) {
    var found = diagnostics.sorted(strictness);
    return new LoadResult(
        diagnostics.hasErrors(strictness) ? Optional.empty() : snapshot,
        found,
        run.results(),
        new DiagnosticRenderer(files).render(found),
        run.coverage());
  }
}
