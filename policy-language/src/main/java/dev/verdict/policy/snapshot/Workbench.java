package dev.verdict.policy.snapshot;

import dev.verdict.policy.authortest.QuestionReader;
import dev.verdict.policy.authortest.TestCase;
import dev.verdict.policy.check.InquiryChecker;
import dev.verdict.policy.compile.Inquiry;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.ExpressionReader;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.overview.PolicyOverview;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.RecordValue;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.WireForm;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A policy repository without errors, laid open for its authors; a server needs none of it. */
public final class Workbench {

  /**
   * What the loader had in hand.
   *
   * @param files all of them, by kind
   * @param tests that the authors wrote
   */
  record Parts(
      PolicyDeclarations declarations,
      PolicyTree policies,
      RepositoryFiles files,
      List<TestCase> tests) {

    Parts {
      tests = List.copyOf(tests);
    }
  }

  private final Snapshot snapshot;
  private final Parts parts;
  private final Schema schema;

  Workbench(Snapshot snapshot, Parts parts) {
    this.snapshot = snapshot;
    this.parts = parts;
    schema = parts.policies().schema();
  }

  /** What decides by these policies. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** What applies to which action. */
  public PolicyOverview overview() {
    return PolicyOverview.of(parts.policies());
  }

  /** The subject types that the schema declares. */
  public Set<String> subjectTypes() {
    return schema.subjects().keySet();
  }

  /** The resource types that the schema declares. */
  public Set<String> resourceTypes() {
    return schema.resources().keySet();
  }

  /** Reads requests as the authors' tests write them. */
  public QuestionReader questions(Diagnostics diagnostics) {
    return new QuestionReader(schema, withFixtures(), diagnostics);
  }

  /** The names of the tests' fixtures under {@code subjects} or {@code resources}, sorted. */
  public List<String> fixtures(String key) {
    return QuestionReader.names(withFixtures(), key);
  }

  private List<YamlNode> withFixtures() {
    return Stream.of(FileKind.FIXTURES, FileKind.TEST)
        .flatMap(kind -> documents(kind).stream())
        .toList();
  }

  /** The files of one kind as they were written, by path. */
  public List<YamlNode> documents(FileKind kind) {
    return parts.files().documents(kind);
  }

  /** What the authors' tests ask and expect, by file, then in the order of the file. */
  public List<TestCase> tests() {
    return parts.tests();
  }

  /**
   * Evaluates an expression for a request, as a rule could that speaks of its subject type, action
   * and resource type.
   *
   * @param source the name that findings give the expression, and its text, one line
   */
  public Evaluation evaluate(SourceFile source, AccessRequest request) {
    SubjectType subject = schema.subjects().get(request.subject().type());
    ResourceType resource = schema.resources().get(request.resource().type());
    Optional<ActionDeclaration> action =
        Optional.ofNullable(resource).flatMap(type -> type.action(request.action().name()));
    if (subject == null || resource == null || action.isEmpty()) {
      return new Evaluation.Refused(
          "the schema has no such subject type, resource type or action\n");
    }
    var diagnostics = new Diagnostics();
    Optional<Expression> expression =
        new ExpressionReader(diagnostics)
            .read(MappedText.verbatim(source.text(), Span.startOf(source.path())))
            .syntax()
            .flatMap(
                syntax ->
                    new InquiryChecker(parts.declarations(), schema)
                        .check(syntax, subject, action.get(), resource, diagnostics));
    return expression.isEmpty()
        ? new Evaluation.Refused(
            new DiagnosticRenderer(List.of(source)).render(diagnostics.sorted()))
        : evaluate(expression.get(), resource, request);
  }

  private Evaluation evaluate(Expression expression, ResourceType resource, AccessRequest request) {
    String type = expression.type().toString();
    Object value = Inquiry.compile(expression, resource, parts.policies()).evaluate(request);
    if (value instanceof EvaluationError error) {
      return new Evaluation.Failed(type, error.message());
    }
    return holdsRecord(value)
        ? new Evaluation.Failed(type, "a record has no value of its own; name one of its members")
        : new Evaluation.Known(type, WireForm.of(value));
  }

  private static boolean holdsRecord(Object value) {
    return value instanceof RecordValue
        || (value instanceof Collection<?> values
            && values.stream().anyMatch(RecordValue.class::isInstance));
  }
}
