package dev.verdict.policy.evaluate;

import dev.verdict.policy.checked.CheckedObligation;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.checked.CheckedTarget;
import dev.verdict.policy.checked.DerivedRole;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.expression.Because;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.request.VisibleText;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.WireForm;
import dev.verdict.policy.text.PrintableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides by the definition and nothing else: every rule is looked at, in order, for every request.
 * Slow and obvious; what the compiled evaluator is held against.
 */
final class ReferenceEvaluator {

  /** The part of a decision that the definition fixes. */
  record Answer(
      boolean permitted,
      ReasonCode code,
      Optional<String> rule,
      Optional<String> words,
      Set<Said> matched,
      FieldGrant fields,
      Set<Obligation> obligations,
      List<String> grants) {

    static Answer of(Decision decision) {
      return new Answer(
          decision.permitted(),
          decision.reason().code(),
          decision.reason().rule().map(rule -> rule.rule()),
          isByMatch(decision) ? Optional.of(decision.reason().message()) : Optional.empty(),
          matched(decision),
          decision.fields(),
          new LinkedHashSet<>(decision.obligations()),
          decision.grants());
    }

    private static boolean isByMatch(Decision decision) {
      ReasonCode code = decision.reason().code();
      return code == ReasonCode.PERMITTED || code == ReasonCode.DENIED_BY_RULE;
    }

    private static Set<Said> matched(Decision decision) {
      var rules = new LinkedHashSet<Said>();
      if (isByMatch(decision)) {
        rules.add(Said.of(decision.reason()));
      }
      for (Reason other : decision.otherReasons()) {
        if (!rules.add(Said.of(other))) {
          throw new AssertionError("told twice: " + other);
        }
      }
      return rules;
    }

    Answer with(List<String> used) {
      return new Answer(permitted, code, rule, words, matched, fields, obligations, used);
    }

    /** The same deny, where it is the actor's. */
    Answer ofActor() {
      return new Answer(
          permitted,
          code,
          rule,
          words.map(Said::ofActor),
          matched.stream()
              .map(said -> new Said(said.rule(), Said.ofActor(said.words())))
              .collect(Collectors.toSet()),
          fields,
          obligations,
          grants);
    }
  }

  /** What a rule that decides says of why. */
  record Said(RuleReference rule, String words) {

    static Said of(Reason reason) {
      return new Said(reason.rule().orElseThrow(), reason.message());
    }

    static String ofActor(String words) {
      return "the actor is not permitted: " + words;
    }
  }

  private final CheckedPolicySet policies;
  private final ReferenceGuard guard;

  ReferenceEvaluator(CheckedPolicySet policies) {
    this.policies = policies;
    this.guard = new ReferenceGuard(policies);
  }

  Answer decide(AccessRequest request) {
    Answer answer = byRules(request);
    return isGranted(request, answer)
        ? answer
        : deny(ReasonCode.FIELDS_NOT_GRANTED).with(answer.grants());
  }

  /** Whether a permit covers all that an action changes; true of what is no permit. */
  private boolean isGranted(AccessRequest request, Answer answer) {
    if (!answer.permitted()) {
      return true;
    }
    ResourceType resource = policies.schema().resources().get(request.resource().type());
    if (!ReferenceActions.writes(resource, request.action().name())) {
      return true;
    }
    List<Value> stated = new ArrayList<>();
    Value fields = request.action().attributes().get("fields");
    if (fields instanceof Value.Sequence sequence) {
      stated.addAll(sequence.values());
    } else if (fields != null) {
      return false;
    }
    if (!stated.stream().allMatch(name -> name instanceof Value.Text)) {
      return false;
    }
    return answer.fields().equals(FieldGrant.ALL)
        || (!stated.isEmpty()
            && stated.stream()
                .map(name -> ((Value.Text) name).text())
                .allMatch(
                    name ->
                        resource.attributes().containsKey(name) && answer.fields().covers(name)));
  }

  private Answer byRules(AccessRequest request) {
    Answer subject = decide(request, Optional.empty());
    if (!subject.permitted() || request.actor().isEmpty()) {
      return subject;
    }
    Answer other = decide(ofActor(request), Optional.of(request));
    var grants = new LinkedHashSet<>(subject.grants());
    grants.addAll(other.grants());
    return intersection(subject, other).with(List.copyOf(grants));
  }

  private static Answer intersection(Answer subject, Answer other) {
    if (!other.permitted()) {
      return other.ofActor();
    }
    FieldGrant fields = subject.fields().intersection(other.fields());
    if (fields.isNone()) {
      return deny(ReasonCode.NO_FIELDS_LEFT);
    }
    var obligations = new LinkedHashSet<>(subject.obligations());
    obligations.addAll(other.obligations());
    var matched = new LinkedHashSet<>(subject.matched());
    matched.addAll(other.matched());
    return new Answer(
        true,
        subject.code(),
        subject.rule(),
        subject.words(),
        matched,
        fields,
        obligations,
        List.of());
  }

  /** The same question about the actor. */
  static AccessRequest ofActor(AccessRequest request) {
    return request.asActor();
  }

  private Answer decide(AccessRequest request, Optional<AccessRequest> behalf) {
    ResourceType resource = policies.schema().resources().get(request.resource().type());
    if (resource == null) {
      return deny(ReasonCode.UNKNOWN_RESOURCE_TYPE);
    }
    SubjectType subject = policies.schema().subjects().get(request.subject().type());
    if (subject == null) {
      return deny(ReasonCode.UNKNOWN_SUBJECT_TYPE);
    }
    if (!ReferenceActions.takes(resource, request.action().name())) {
      return deny(ReasonCode.UNKNOWN_ACTION);
    }
    ReferenceGuard.Verdict verdict = guard.ask(request, behalf);
    return verdict.refusal().isPresent()
        ? deny(verdict.refusal().get())
        : combine(request, behalf, new ReferenceExpressions(policies, request, behalf))
            .with(verdict.grants());
  }

  private Answer combine(
      AccessRequest request, Optional<AccessRequest> behalf, ReferenceExpressions expressions) {
    List<CheckedRule> matched = new ArrayList<>();
    List<CheckedRule> failed = new ArrayList<>();
    for (CheckedRule rule : rules(request)) {
      Object value = value(rule, request, behalf, expressions);
      boolean complete =
          duties(rule).noneMatch(duty -> expressions.evaluate(duty) == ReferenceExpressions.ERROR);
      if (value.equals(true) && complete) {
        matched.add(rule);
      } else if (!value.equals(false)) {
        failed.add(rule);
      }
    }
    Optional<CheckedRule> deny =
        first(matched, rule -> rule.effect() == Effect.DENY && rule.fields().isAll());
    if (deny.isPresent()) {
      return new Answer(
          false,
          ReasonCode.DENIED_BY_RULE,
          deny.map(rule -> rule.reference().rule()),
          deny.map(rule -> words(rule, expressions)),
          said(matched, Effect.DENY, expressions),
          FieldGrant.NONE,
          obligations(matched, Effect.DENY, expressions),
          List.of());
    }
    Optional<CheckedRule> denyFailed = first(failed, rule -> rule.effect() == Effect.DENY);
    if (denyFailed.isPresent()) {
      return failure(denyFailed.get());
    }
    Optional<CheckedRule> permit = first(matched, rule -> rule.effect() == Effect.PERMIT);
    if (permit.isPresent()) {
      return permit(permit.get(), matched, expressions);
    }
    return first(failed, rule -> true)
        .map(ReferenceEvaluator::failure)
        .orElse(deny(ReasonCode.NO_RULE_MATCHED));
  }

  /** Whether the target of a rule fits and its condition holds; or an error. */
  static Object value(
      CheckedRule rule,
      AccessRequest request,
      Optional<AccessRequest> behalf,
      ReferenceExpressions expressions) {
    if (!isTarget(rule, request) || !speaksOf(rule.target(), request, behalf)) {
      return false;
    }
    Object condition = rule.condition().map(expressions::evaluate).orElse(true);
    return ReferenceExpressions.junction(
        ReferenceExpressions.junction(
            hasScopes(rule.target(), expressions),
            hasRole(rule.target(), request, expressions),
            false),
        condition,
        false);
  }

  /** The rules that hold for every tenant, then those of the resource's. */
  private List<CheckedRule> rules(AccessRequest request) {
    var rules = new ArrayList<>(policies.rules());
    guard
        .resourceTenant(request)
        .map(tenant -> policies.overlays().getOrDefault(tenant, List.of()))
        .ifPresent(rules::addAll);
    return rules;
  }

  private static Answer permit(
      CheckedRule first, List<CheckedRule> matched, ReferenceExpressions expressions) {
    FieldGrant fields = FieldGrant.NONE;
    for (CheckedRule rule : matched) {
      if (rule.effect() == Effect.PERMIT) {
        fields = fields.union(rule.fields());
      }
    }
    for (CheckedRule rule : matched) {
      if (rule.effect() == Effect.DENY) {
        fields = fields.minus(rule.fields());
      }
    }
    return fields.isNone()
        ? deny(ReasonCode.NO_FIELDS_LEFT)
        : new Answer(
            true,
            ReasonCode.PERMITTED,
            Optional.of(first.reference().rule()),
            Optional.of(words(first, expressions)),
            said(matched, Effect.PERMIT, expressions),
            fields,
            obligations(matched, Effect.PERMIT, expressions),
            List.of());
  }

  /** Of who asks; a rule about actors, of who acts for whom. */
  private static boolean speaksOf(
      CheckedTarget target, AccessRequest request, Optional<AccessRequest> behalf) {
    String type = request.subject().type();
    return target.actorTypes().isEmpty()
        ? target.subjectTypes().contains(type)
        : target.actorTypes().contains(type)
            && behalf
                .map(other -> target.subjectTypes().contains(other.subject().type()))
                .orElse(false);
  }

  private static boolean isTarget(CheckedRule rule, AccessRequest request) {
    return rule.resource().equals(request.resource().type())
        && ReferenceActions.covers(rule.target().actions(), request.action().name())
        && isValid(rule.target().validity(), request.now());
  }

  /** Whether the subject has the scopes of the target; or an error. */
  private static Object hasScopes(CheckedTarget target, ReferenceExpressions expressions) {
    if (target.scopes().isEmpty() && target.anyScopes().isEmpty()) {
      return true;
    }
    return expressions.names(
        "scopes",
        held ->
            held.containsAll(target.scopes())
                && (target.anyScopes().isEmpty()
                    || target.anyScopes().stream().anyMatch(held::contains)));
  }

  /** Whether the subject brings along, or has by a condition, a role of the target; or an error. */
  private static Object hasRole(
      CheckedTarget target, AccessRequest request, ReferenceExpressions expressions) {
    Object has = target.roles().isEmpty() && target.derivedRoles().isEmpty();
    if (!target.roles().isEmpty()) {
      has = bringsOneOf(target.roles(), expressions);
    }
    for (DerivedRole role : target.derivedRoles()) {
      has = ReferenceExpressions.junction(has, has(role, request, expressions), true);
    }
    return has;
  }

  private static Object has(
      DerivedRole role, AccessRequest request, ReferenceExpressions expressions) {
    if (!role.subjectTypes().contains(request.subject().type())) {
      return false;
    }
    Object mayHave = role.roles().isEmpty() ? true : bringsOneOf(role.roles(), expressions);
    return ReferenceExpressions.junction(mayHave, expressions.evaluate(role.condition()), false);
  }

  private static Object bringsOneOf(Set<String> roles, ReferenceExpressions expressions) {
    return expressions.names("roles", held -> roles.stream().anyMatch(held::contains));
  }

  private static boolean isValid(Validity validity, Instant now) {
    boolean begun = validity.from().map(from -> from.compareTo(now) <= 0).orElse(true);
    boolean over = validity.until().map(until -> until.compareTo(now) <= 0).orElse(false);
    return begun && !over;
  }

  private static Optional<CheckedRule> first(
      List<CheckedRule> rules, Predicate<CheckedRule> wanted) {
    return rules.stream().filter(wanted).findFirst();
  }

  private static Set<Said> said(
      List<CheckedRule> rules, Effect effect, ReferenceExpressions expressions) {
    return rules.stream()
        .filter(rule -> rule.effect() == effect)
        .map(rule -> new Said(rule.reference(), words(rule, expressions)))
        .collect(Collectors.toSet());
  }

  /** What is computed counts where it is a text with something to be seen in it. */
  private static String words(CheckedRule rule, ReferenceExpressions expressions) {
    Optional<String> fixed = rule.because().flatMap(Because::fixed);
    Optional<String> computed =
        rule.because()
            .flatMap(Because::computed)
            .map(expressions::evaluate)
            .filter(value -> value instanceof String text && VisibleText.isIn(text))
            .map(value -> PrintableText.of((String) value, 1_000));
    return fixed
        .or(() -> computed)
        .orElse(
            "rule `"
                + rule.reference().rule()
                + (rule.effect() == Effect.PERMIT ? "` permits this" : "` denies this"));
  }

  private static Set<Obligation> obligations(
      List<CheckedRule> rules, Effect effect, ReferenceExpressions expressions) {
    var obligations = new LinkedHashSet<Obligation>();
    for (CheckedRule rule : rules) {
      if (rule.effect() == effect) {
        for (CheckedObligation checked : rule.obligations()) {
          var properties = Attributes.builder();
          checked
              .properties()
              .forEach(each -> properties.add(each.name(), value(each, expressions)));
          obligations.add(new Obligation(checked.id(), properties.build()));
        }
      }
    }
    return obligations;
  }

  private static Value value(
      CheckedObligation.Property property, ReferenceExpressions expressions) {
    return property instanceof CheckedObligation.Constant constant
        ? constant.value()
        : WireForm.of(expressions.evaluate(((CheckedObligation.Computed) property).expression()));
  }

  /** The expressions of a rule's obligations and advice. */
  private static Stream<Expression> duties(CheckedRule rule) {
    return Stream.concat(rule.obligations().stream(), rule.advice().stream())
        .flatMap(ReferenceEvaluator::expressions);
  }

  static Stream<Expression> expressions(CheckedObligation duty) {
    return duty.properties().stream()
        .filter(CheckedObligation.Computed.class::isInstance)
        .map(property -> ((CheckedObligation.Computed) property).expression());
  }

  private static Answer failure(CheckedRule rule) {
    return new Answer(
        false,
        ReasonCode.RULE_ERROR,
        Optional.of(rule.reference().rule()),
        Optional.empty(),
        Set.of(),
        FieldGrant.NONE,
        Set.of(),
        List.of());
  }

  private static Answer deny(ReasonCode code) {
    return new Answer(
        false,
        code,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        FieldGrant.NONE,
        Set.of(),
        List.of());
  }
}
