package dev.verdict.benchmarks.slots;

import dev.verdict.benchmarks.stages.Stages;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.compile.ConditionCompilation;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.condition.Absent;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Policies that decide on wide requests, and a reader of all their attributes. */
final class WidePolicy {

  private static final String SCHEMA =
      """
      subjects:
        employee:
          attributes:
            tenant: string
            roles: set<string>
            scopes: set<string>
            department: string
            country: string
            site: string
            clearance: string
            approvalLimit: int
            level: int
            external: bool
      context: { channel: string, network: string, risk: int, strongAuthentication: bool }
      resources:
        invoice:
          actions: [approve]
          attributes:
            tenant: string
            owner: string
            department: string
            status: string
            country: string
            currency: string
            supplier: string
            classification: string
            labels: set<string>
            amount: int
            level: int
            discount: decimal
            archived: bool
            due: timestamp
      """;

  private static final String DECIDING_RULE =
      """
        - permit: approve
          id: attributes
          scopes: [invoices:approve]
          when: >-
            resource.department == subject.department && resource.status == 'submitted'
            && resource.amount <= subject.approvalLimit && resource.owner != subject.id
            && context.channel == 'office'
          because: colleagues approve what was submitted, up to their limit
          obligations:
            - audit: { level: required }
      """;

  private final Evaluator evaluator;
  private final Frame.Layout layout;
  private final int[] slots;

  WidePolicy() {
    CheckedPolicySet policies = Stages.check(SCHEMA, policy());
    evaluator =
        new Evaluator(
            PolicyCompiler.compile(PolicyLowering.lower(policies), "benchmark", Limits.STANDARD));
    var compilation = new ConditionCompilation(policies, "invoice");
    slots = paths(policies).mapToInt(compilation::slot).toArray();
    layout = compilation.layout();
  }

  /** Nine rules for roles that the subject does not have, and the one that decides. */
  private static String policy() {
    return IntStream.range(1, 10)
        .mapToObj(
            role ->
                """
                  - permit: approve
                    id: role%d
                    roles: [role%d]
                    when: resource.owner == subject.id
                """
                    .formatted(role, role))
        .collect(
            Collectors.joining("", "policy: invoice\nresource: invoice\nrules:\n", DECIDING_RULE));
  }

  private static Stream<AttributePath> paths(CheckedPolicySet policies) {
    var schema = policies.schema();
    Function<Map<String, AttributeDeclaration>, Stream<String>> names =
        declared -> declared.keySet().stream();
    return Stream.of(
            schema.subjects().values().stream()
                .flatMap(type -> names.apply(type.attributes()))
                .map(name -> new AttributePath(Root.SUBJECT, name)),
            schema.resources().values().stream()
                .flatMap(type -> names.apply(type.attributes()))
                .map(name -> new AttributePath(Root.RESOURCE, name)),
            names.apply(schema.context()).map(name -> new AttributePath(Root.CONTEXT, name)))
        .flatMap(Function.identity());
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /** How many attributes there are. */
  int width() {
    return slots.length;
  }

  /** Brings each attribute into its slot, whether a rule wants it or not. */
  Frame fill(AccessRequest request) {
    Frame frame = layout.frame(request);
    for (int slot : slots) {
      Object value = frame.attribute(slot);
      if (value == Absent.ABSENT || value instanceof EvaluationError) {
        throw new IllegalStateException("an attribute is missing or of another type");
      }
    }
    return frame;
  }
}
