package dev.verdict.policy.snapshot;

import dev.verdict.policy.analyse.PolicyAnalysis;
import dev.verdict.policy.authortest.TestFile;
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
  private final LoadMemory memory;
  private final Diagnostics diagnostics;
  private Strictness strictness;
  private boolean refusesUndeclared;
  private Set<NameKind> elsewhere = Set.of();
  private Workbench.@Nullable Parts parts;

  private SnapshotLoader(
      List<SourceFile> files,
      String revision,
      LoadOptions options,
      LoadListener listener,
      LoadMemory memory) {
    this.files = files;
    this.revision = revision;
    this.options = options;
    this.listener = listener;
    this.memory = memory;
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
    return load(files, revision, options, listener, new LoadMemory());
  }

  /**
   * The same with what an earlier load left behind: it has the same result, and takes less time the
   * less has changed.
   *
   * @param memory of earlier loads, and then of this one too
   */
  public static LoadResult load(
      List<SourceFile> files,
      String revision,
      LoadOptions options,
      LoadListener listener,
      LoadMemory memory) {
    boolean good = false;
    memory.begin(options.limits());
    try {
      LoadResult result = new SnapshotLoader(files, revision, options, listener, memory).load();
      good = result.snapshot().isPresent();
      return result;
    } finally {
      memory.end(good);
    }
  }

  /** The same without running tests, and keeps what a server has no use for. */
  public static Inspection inspect(List<SourceFile> files, String revision) {
    var loader =
        new SnapshotLoader(
            files, revision, LoadOptions.DEFAULT.untested(), LoadListener.SILENT, new LoadMemory());
    LoadResult result = loader.load();
    Workbench.Parts parts = loader.parts;
    return new Inspection(
        result,
        parts == null
            ? Optional.empty()
            : result.snapshot().map(snapshot -> new Workbench(snapshot, parts)));
  }

  private LoadResult load() {
    RepositoryFiles repository = RepositoryFiles.of(files, diagnostics);
    var reader = new RepositoryReader(repository, memory, diagnostics);
    RepositoryFile own = reader.own();
    strictness = strictness.and(own.strictness());
    refusesUndeclared = own.refusesUndeclared();
    elsewhere = own.elsewhere();
    repository.reportUnknown(own.ignored(), diagnostics);
    Optional<Schema> schema = reader.schema();
    if (schema.isEmpty()) {
      reader.withoutSchema();
      return rejected();
    }
    return load(repository, reader, schema.get());
  }

  private LoadResult load(RepositoryFiles repository, RepositoryReader reader, Schema schema) {
    PolicyDeclarations declarations = reader.declarations(elsewhere);
    if (!isBounded(declarations.policies())) {
      return rejected();
    }
    var declared = new DeclaredNames(declarations, schema.tenants(), diagnostics);
    StoredAttributes data = reader.data(schema, declared);
    listener.finished(LoadStage.PARSE);
    CheckedPolicySet checked =
        PolicyChecker.check(declarations, schema, data, memory.check(), diagnostics);
    List<TestFile> tests = reader.tests(checked.schema(), declared);
    if (diagnostics.hasErrors()) {
      diagnostics.leaveOutConsequences();
      return rejected();
    }
    PolicyTree tree = PolicyLowering.lower(checked, memory.lowering());
    PolicyAnalysis.analyse(tree, declared, memory.analysis(), diagnostics);
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
            repository.all().size(), declarations.policies().size(), tree.size(), count(tests));
    return result(Optional.of(new Snapshot(revision, contents, tree, evaluator)), run);
  }

  private Evaluator compile(PolicyTree tree) {
    CompiledPolicySet compiled =
        PolicyCompiler.compile(tree, revision, diagnostics.limits(), memory.compile());
    compiled.worstDecisions().stream()
        .filter(worst -> worst.rules() > MAX_SCAN)
        .forEach(worst -> reportScan(worst, tree));
    diagnostics.reportUnusedSilences();
    var evaluator = new Evaluator(refusesUndeclared ? compiled.refusingUndeclared() : compiled);
    evaluator.rehearse(memory.compile().compiled());
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
