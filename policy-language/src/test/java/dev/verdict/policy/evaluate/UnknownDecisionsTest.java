package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Decisions on partly known requests, against those on everything that a request may turn out to
 * be. Policies have all that a rule may have: conditions, roles, scopes, actors, times of validity,
 * fields, computed obligations, and half of them tenants, overlays and grants.
 */
@Tag("slow")
class UnknownDecisionsTest {

  private static final int REQUESTS = 12;

  /** Of one request. */
  private static final int UNKNOWN = 3;

  /** Attributes that more than conditions read. */
  private static final Set<String> OF_TARGETS = Set.of("tenant", "roles", "scopes");

  /** Generated policies and partly known requests to decide by them. */
  private record Sample(
      CheckedPolicySet policies, Evaluator evaluator, List<PartlyKnownRequest> requests) {

    static Sample of(long seed) {
      var random = new Random(seed);
      CheckedPolicySet policies = new RandomPolicies(random).next();
      var generated = new RandomRequests(random, false);
      var requests = new ArrayList<PartlyKnownRequest>();
      for (int i = 0; i < REQUESTS; i++) {
        AccessRequest request = withGaps(generated.next(), random);
        requests.add(
            PartlyKnownRequest.of(
                request, candidates(request, random), 1 + random.nextInt(UNKNOWN), random));
      }
      var evaluator =
          new Evaluator(
              PolicyCompiler.compile(PolicyLowering.lower(policies), "r1", Limits.STANDARD));
      return new Sample(policies, evaluator, requests);
    }

    /** All attributes, or those that tenant guard, targets and grants read. */
    private static List<RequestAttribute> candidates(AccessRequest request, Random random) {
      boolean all = random.nextBoolean();
      return PartlyKnownRequest.attributesOf(request).stream()
          .filter(attribute -> all || OF_TARGETS.contains(attribute.name()))
          .toList();
    }

    /** Now and then without what a request has as a rule. */
    private static AccessRequest withGaps(AccessRequest request, Random random) {
      List<RequestAttribute> candidates = candidates(request, random);
      return random.nextInt(3) == 0 && !candidates.isEmpty()
          ? PartlyKnownRequest.without(request, candidates.get(random.nextInt(candidates.size())))
          : request;
    }

    PartialDecision decide(PartlyKnownRequest request) {
      return evaluator.decide(request.request(), request.knowledge());
    }
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void aDecisionIsThatOnEveryCompletion(@ForAll long seed) {
    Sample sample = Sample.of(seed);
    var reference = new ReferenceEvaluator(sample.policies());
    for (PartlyKnownRequest request : sample.requests()) {
      if (sample.decide(request) instanceof PartialDecision.Decided decided) {
        for (AccessRequest completion : request.completions()) {
          assertThat(sample.evaluator().decide(completion)).isEqualTo(decided.decision());
          assertThat(reference.decide(completion))
              .isEqualTo(ReferenceEvaluator.Answer.of(decided.decision()));
        }
      }
    }
  }

  /** One attribute after the other becomes known, needed or not, and somebody asks after each. */
  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void inWhateverOrderAttributesBecomeKnownTheDecisionIsTheSame(@ForAll long seed) {
    var random = new Random(seed);
    Sample sample = Sample.of(seed);
    for (PartlyKnownRequest partly : sample.requests()) {
      PartlyKnownRequest request = partly;
      var answers = new ArrayList<PartialDecision>();
      answers.add(sample.decide(request));
      while (!request.unknown().isEmpty()) {
        request = learning(any(request.unknown(), random), request, random);
        answers.add(sample.decide(request));
      }
      Decision known = sample.evaluator().decide(request.request());
      assertThat(answers.get(answers.size() - 1)).isEqualTo(new PartialDecision.Decided(known));
      assertThat(answers)
          .filteredOn(PartialDecision.Decided.class::isInstance)
          .containsOnly(new PartialDecision.Decided(known));
    }
  }

  /** What is needed is unknown, and learning it comes to an end. */
  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void whatIsNeededIsAllThatHasToBeLearned(@ForAll long seed) {
    var random = new Random(seed);
    Sample sample = Sample.of(seed);
    for (PartlyKnownRequest partly : sample.requests()) {
      PartlyKnownRequest request = partly;
      int rounds = 0;
      while (sample.decide(request) instanceof PartialDecision.Undecided undecided) {
        rounds++;
        assertThat(request.unknown()).containsAll(undecided.needed());
        for (RequestAttribute attribute : undecided.needed()) {
          request = learning(attribute, request, random);
        }
      }
      assertThat(rounds).isLessThanOrEqualTo(partly.unknown().size());
      assertThat(sample.decide(request))
          .isEqualTo(
              new PartialDecision.Decided(
                  sample.evaluator().decide(completed(request, random).request())));
    }
  }

  /** So that the properties above speak of decisions, and of what guard and targets read. */
  @Test
  void partlyKnownRequestsAreMostlyDecidedWhereTheyCanBe() {
    int same = 0;
    int decided = 0;
    var needed = new TreeSet<String>();
    for (long seed = 0; seed < 240; seed++) {
      Sample sample = Sample.of(seed);
      for (PartlyKnownRequest request : sample.requests()) {
        PartialDecision answer = sample.decide(request);
        if (request.completions().stream().map(sample.evaluator()::decide).distinct().count()
            == 1) {
          same++;
          decided += answer instanceof PartialDecision.Decided ? 1 : 0;
        }
        if (answer instanceof PartialDecision.Undecided undecided) {
          undecided.needed().forEach(attribute -> needed.add(attribute.toString()));
        }
      }
    }
    assertThat(decided).isGreaterThan(same * 3 / 4);
    assertThat(needed)
        .contains(
            "subject.tenant",
            "subject.roles",
            "subject.scopes",
            "resource.tenant",
            "actor.roles",
            "actor.scopes",
            "resource.owner",
            "action.fields",
            "context.risk");
  }

  private static PartlyKnownRequest completed(PartlyKnownRequest request, Random random) {
    PartlyKnownRequest known = request;
    while (!known.unknown().isEmpty()) {
      known = learning(any(known.unknown(), random), known, random);
    }
    return known;
  }

  private static PartlyKnownRequest learning(
      RequestAttribute attribute, PartlyKnownRequest request, Random random) {
    List<Optional<Value>> domain = request.domains().get(attribute);
    return request.learning(attribute, domain.get(random.nextInt(domain.size())));
  }

  private static RequestAttribute any(Set<RequestAttribute> attributes, Random random) {
    return List.copyOf(attributes).get(random.nextInt(attributes.size()));
  }
}
