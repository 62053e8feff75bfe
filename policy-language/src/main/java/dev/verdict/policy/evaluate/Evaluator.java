package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.BudgetExceededException;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.condition.Unknowns;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.WorstDecision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides access requests by one compiled policy set. The cost does not depend on how many rules
 * speak of other resource types or actions. Safe for use by many threads at once.
 */
public final class Evaluator {

  /** What an explanation may cost, in budgets of a decision. */
  static final int EXPLANATION = 4;

  private final CompiledPolicySet policies;
  private final Decision noRuleMatched;
  private final Decision noRuleMatchedNow;

  public Evaluator(CompiledPolicySet policies) {
    this.policies = policies;
    this.noRuleMatched =
        Decision.deny(
            new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), policies.revision());
    this.noRuleMatchedNow = noRuleMatched.holding(Cacheability.NEVER);
  }

  /**
   * The decision; never throws for what the request holds. Where somebody acts for the subject,
   * both must be permitted.
   *
   * <p>A decision that takes more steps than it may is closed as a whole, whatever rules said
   * before: see {@link BudgetExceededException}.
   */
  public Decision decide(AccessRequest request) {
    try {
      return decideWithinBudget(request);
    } catch (BudgetExceededException exceeded) {
      return closed(exceeded);
    }
  }

  private Decision decideWithinBudget(AccessRequest request) {
    Consideration subject = consider(request);
    Decision decision = subject.decision();
    Decision whole =
        request.actor().isEmpty() || !decision.permitted()
            ? decision
            : Delegation.intersection(decision, considerActor(request, subject).decision());
    return settled(whole, subject, request);
  }

  /** The decision that remains behind the write guard, with what is known of how long it holds. */
  private Decision settled(Decision decision, Consideration subject, AccessRequest request) {
    Optional<WriteGuard> guard = subject.writeGuard();
    Decision settled = guard.isEmpty() ? decision : guard.get().settle(decision, request.action());
    return settled.holding(cacheability(request, subject.periods(), settled));
  }

  /**
   * How many steps a decision on the request takes, for tools; more than its budget where it is
   * closed for that.
   */
  public long steps(AccessRequest request) {
    try {
      Consideration subject = consider(request);
      if (subject.decision().permitted() && request.actor().isPresent()) {
        considerActor(request, subject).decision();
      }
      return subject.taken();
    } catch (BudgetExceededException exceeded) {
      return exceeded.taken();
    }
  }

  /** What a decision on each action costs at worst, the dearest first. */
  public List<WorstDecision> worstDecisions() {
    return policies.worstDecisions();
  }

  private Decision closed(BudgetExceededException exceeded) {
    String cause =
        exceeded
            .rule()
            .map(rule -> rule + " was being evaluated")
            .orElse("no rule had been asked yet");
    return Decision.deny(
            new Reason(
                ReasonCode.BUDGET_EXCEEDED,
                "the decision takes more steps than it may; " + cause,
                exceeded.rule()),
            policies.revision())
        .holding(Cacheability.NEVER);
  }

  /**
   * The same for a request of which something may be unknown: the decision, if nothing that is
   * unknown can change any member of it, or what is needed. A rule is waited for where it may match
   * or be in error; permits are not, where a deny has decided. What takes too many steps tells
   * nothing while something is unknown: with more known it may take fewer.
   */
  public PartialDecision decide(AccessRequest request, Knowledge knowledge) {
    try {
      return decideWithinBudget(request, knowledge);
    } catch (BudgetExceededException exceeded) {
      return PartialDecision.of(
          exceeded.unknown().map(Unknown::attributes), () -> closed(exceeded));
    }
  }

  private PartialDecision decideWithinBudget(AccessRequest request, Knowledge knowledge) {
    Consideration subject =
        consider(request, Optional.empty(), Optional.of(new UnknownsOfSubject(knowledge)));
    return subject
        .partialDecision()
        .then(
            decision ->
                request.actor().isEmpty() || !decision.permitted()
                    ? new PartialDecision.Decided(decision)
                    : considerActor(request, subject, knowledge)
                        .partialDecision()
                        .map(ofActor -> Delegation.intersection(decision, ofActor)))
        .then(
            whole ->
                subject
                    .writeGuard()
                    .map(guard -> guard.settle(whole, request.action(), knowledge))
                    .orElseGet(() -> new PartialDecision.Decided(whole)))
        .map(whole -> whole.holding(cacheability(request, subject.periods(), whole)));
  }

  /**
   * For which later requests a decision holds: the one place where that is settled; a cache only
   * reads it. An actor is asked about the same action and resource, so by the same rules.
   *
   * @param periods of the rules that decided
   */
  private Cacheability cacheability(
      AccessRequest request, HoldingPeriods periods, Decision decision) {
    ReasonCode reason = decision.reason().code();
    if (reason == ReasonCode.RULE_ERROR) {
      return Cacheability.NEVER;
    }
    boolean grantsMatter = reason == ReasonCode.TENANT_MISMATCH || !decision.grants().isEmpty();
    return grantsMatter
        ? periods.and(grantPeriods(request)).at(request.now())
        : periods.at(request.now());
  }

  private HoldingPeriods grantPeriods(AccessRequest request) {
    return Optional.ofNullable(policies.resources().get(request.resource().type()))
        .flatMap(ResourceProgram::guard)
        .map(guard -> guard.grants().periods(request.action().name()))
        .orElse(HoldingPeriods.ENDLESS);
  }

  /**
   * The same decision, and how each candidate rule fared. For people: may take {@value
   * #EXPLANATION} times the steps of a decision on top. It ends where these are spent; a decision
   * that is closed for want of steps is not explained further.
   */
  public Explanation explain(AccessRequest request) {
    try {
      return explainWithinBudget(request);
    } catch (BudgetExceededException exceeded) {
      return new Explanation(closed(exceeded), List.of());
    }
  }

  private Explanation explainWithinBudget(AccessRequest request) {
    Consideration subject = consider(request);
    // first, as in a decision: the traces evaluate conditions again, with steps of their own
    Consideration.Told told = subject.told();
    Decision decision = told.decision();
    if (request.actor().isEmpty() || !decision.permitted()) {
      PassTrace asked = pass(request, subject, told, /* ofActor= */ false);
      return explanation(request, subject, decision, List.of(asked));
    }
    Consideration actor = considerActor(request, subject);
    Consideration.Told ofActor = actor.told();
    return explanation(
        request,
        subject,
        Delegation.intersection(decision, ofActor.decision()),
        List.of(
            pass(request, subject, told, /* ofActor= */ false),
            pass(request.asActor(), actor, ofActor, /* ofActor= */ true)));
  }

  private Explanation explanation(
      AccessRequest request, Consideration subject, Decision decision, List<PassTrace> passes) {
    return new Explanation(settled(decision, subject, request), passes);
  }

  private PassTrace pass(
      AccessRequest request,
      Consideration consideration,
      Consideration.Told told,
      boolean ofActor) {
    Entity asking = request.subject();
    Optional<RuleTraces> traces = consideration.traces(told.faults());
    RuleTraces rules = traces.orElse(RuleTraces.NONE);
    return new PassTrace(
        ofActor,
        asking.type(),
        asking.id(),
        consideration.admission(),
        traces.isPresent(),
        ofWhoAsks(consideration.ignored(), ofActor),
        ofWhoAsks(undeclared(request), ofActor),
        consideration.closedWays(),
        rules.rules(),
        rules.leftOut());
  }

  /**
   * The parts of a request with properties that the schema does not know; none where it does not
   * know the types or the action.
   */
  public Set<Part> undeclaredParts(AccessRequest request) {
    String action = knownAction(request);
    return action == null ? Set.of() : policies.undeclared().parts(request, action);
  }

  /** What the schema does not know of the request; nothing where it does not know the types. */
  private List<RequestAttribute> undeclared(AccessRequest request) {
    String action = knownAction(request);
    return action == null
        ? List.of()
        : Stream.concat(
                policies.undeclared().refusable(request, action).stream(),
                policies.undeclared().ofContext(request).stream())
            .toList();
  }

  /** The key of the action; null where the schema does not know it, or the types. */
  private @Nullable String knownAction(AccessRequest request) {
    ResourceProgram program = policies.resources().get(request.resource().type());
    if (program == null || !policies.subjectTypes().contains(request.subject().type())) {
      return null;
    }
    String key = program.key(request.action().name());
    return key != null && program.actions().containsKey(key) ? key : null;
  }

  private static List<RequestAttribute> ofWhoAsks(
      List<RequestAttribute> attributes, boolean ofActor) {
    return attributes.stream()
        .map(
            each ->
                ofActor && each.part() == Part.SUBJECT
                    ? new RequestAttribute(Part.ACTOR, each.name())
                    : each)
        .toList();
  }

  /**
   * Decides once on each action of some resource types, for nobody. What decisions need is then in
   * the processor's caches, and the first requests after a reload do not wait for the memory.
   */
  public void rehearse(Set<String> resourceTypes) {
    String subjectType = policies.subjectTypes().stream().findFirst().orElse("nobody");
    for (String type : resourceTypes) {
      ResourceProgram program = policies.resources().get(type);
      if (program != null) {
        program
            .actions()
            .forEach((action, rules) -> rehearse(program, rules, new Action(action), subjectType));
      }
    }
  }

  private void rehearse(
      ResourceProgram program, ActionRules rules, Action action, String subjectType) {
    var request =
        new AccessRequest(
            new Entity(subjectType, "nobody"),
            action,
            new Entity(program.type(), "nothing"),
            Attributes.NONE,
            Instant.EPOCH);
    decide(request);
    // a tenant guard would not have let it come to the rules
    try {
      rules.tally(~0L, program.layout().frameWithAllNames(request));
    } catch (BudgetExceededException exceeded) {
      // nothing to warm up: each decision by these rules will be closed
      return;
    }
  }

  /**
   * For which later requests the decision holds that the rules make of a request, as far as is
   * known without deciding: a tenant's overlay may narrow it. A refusal before any rule may hold
   * longer.
   */
  public Cacheability cacheability(AccessRequest request) {
    ResourceProgram program = policies.resources().get(request.resource().type());
    ActionRules rules = program == null ? null : rules(program, request);
    return rules == null ? Cacheability.WHILE_SNAPSHOT : rules.periods().at(request.now());
  }

  /** Those on the action that hold for every tenant; null where the type does not have it. */
  private static @Nullable ActionRules rules(ResourceProgram program, AccessRequest request) {
    String key = program.key(request.action().name());
    return key == null ? null : program.actions().get(key);
  }

  private Consideration consider(AccessRequest request) {
    return consider(request, Optional.empty(), Optional.empty());
  }

  private Consideration considerActor(AccessRequest request, Consideration subject) {
    return consider(request.asActor(), subject.seenByRules(), Optional.empty());
  }

  private Consideration considerActor(
      AccessRequest request, Consideration subject, Knowledge knowledge) {
    return consider(
        request.asActor(), subject.seenByRules(), Optional.of(new UnknownsOfActor(knowledge)));
  }

  /**
   * @param actedFor where an actor stands in the subject's place, what rules saw of the subject
   * @param unknowns absent where everything is known
   */
  private Consideration consider(
      AccessRequest request, Optional<Frame> actedFor, Optional<Unknowns> unknowns) {
    ResourceProgram program = policies.resources().get(request.resource().type());
    if (program == null) {
      return refuse(
          UndeclaredName.resourceType(request.resource().type(), policies.resources().keySet()));
    }
    String subjectType = request.subject().type();
    if (!policies.subjectTypes().contains(subjectType)) {
      return refuse(UndeclaredName.subjectType(subjectType, policies.subjectTypes()));
    }
    String action = request.action().name();
    String key = program.key(action);
    ActionRules rules = key == null ? null : program.actions().get(key);
    if (key == null || rules == null) {
      return refuse(UndeclaredName.action(action, program));
    }
    if (policies.refusesUndeclared()) {
      List<RequestAttribute> undeclared = policies.undeclared().refusable(request, key);
      if (!undeclared.isEmpty()) {
        return refuse(UndeclaredName.property(undeclared.get(0), actedFor.isPresent()));
      }
    }
    Frame frame = frame(program.layout(), request, actedFor, unknowns);
    Passage passage = Passage.FREE;
    if (program.guard().isPresent()) {
      TenantGuard guard = program.guard().get();
      passage = guard.passage(request, frame);
      if (passage.objection().isPresent()) {
        return new Consideration.KeptOut(
            Decision.deny(passage.objection().get(), policies.revision()),
            guard,
            frame,
            passage.unknown());
      }
    }
    ActionRules all = program.rules(rules, key, frame);
    Decision otherwise = all.periods().isNone() ? noRuleMatchedNow : noRuleMatched;
    return new Consideration.ByRules(program, all, frame, passage, otherwise);
  }

  private static Frame frame(
      Frame.Layout layout,
      AccessRequest request,
      Optional<Frame> actedFor,
      Optional<Unknowns> unknowns) {
    if (actedFor.isEmpty()) {
      return unknowns.isEmpty() ? layout.frame(request) : layout.frame(request, unknowns.get());
    }
    return unknowns.isEmpty()
        ? layout.actorFrame(request, actedFor.get())
        : layout.actorFrame(request, actedFor.get(), unknowns.get());
  }

  private Consideration refuse(Reason reason) {
    return new Consideration.Refused(Decision.deny(reason, policies.revision()));
  }
}
