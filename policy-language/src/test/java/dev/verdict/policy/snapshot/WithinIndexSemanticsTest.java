package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** To find rules by what a reference lies in changes no decision, least of all by an error. */
class WithinIndexSemanticsTest {

  private static final String SCHEMA =
      """
      entities:
        group: { in: [group] }
        user: { in: [group] }
        folder: { in: [folder] }
      subjects:
        user: { attributes: { tenant: "string?", teams: "set<ref<group>>?", lead: "ref<user>?" } }
        agent: { attributes: { tenant: "string?", teams: "set<ref<group>>?" } }
      resources:
        document:
          tenant-isolated: false
          actions: [read, print, list, move, file, open]
          attributes: { folder: ref<folder>, owner: "string?", open: bool, count: int }
        note:
          actions: [read]
          attributes: { tenant: string, folder: ref<folder> }
      """;

  /** A diamond (top, left and right, bottom) and a circle (a, b, c). */
  private static final String DATA =
      """
      entities:
        group:
          bottom: { in: [left, right] }
          left: { in: top }
          right: { in: top }
          a: { in: b }
          b: { in: c }
          c: { in: a }
        user:
          ann: { in: [bottom] }
        folder:
          drafts: { in: texts }
          texts: { in: library }
      """;

  private static final String POLICY =
      """
      policy: document
      resource: document
      let:
        inTheLibrary: within(resource.folder, 'library')
      rules:
        - permit: read
          id: drafts
          when: within(resource.folder, 'drafts') && resource.open
        - permit: read
          id: archive
          when: within(resource.folder, ['archive', 'attic']) && resource.open
        - permit: read
          id: library
          when: resource.open && inTheLibrary
        - permit: read
          id: cellar
          when: within(resource.folder, 'cellar')
        - permit: print
          id: all
        - deny: print
          id: not-from-the-archive
          when: resource.count * 2 > 1 && within(resource.folder, 'archive')
        - deny: print
          id: not-from-the-attic
          when: within(resource.folder, 'attic') && resource.count * 2 > 1
        - deny: print
          id: not-from-the-library
          when: resource.count * 2 > 1 && within(resource.folder, 'library')
        - permit: list
          id: no-index-finds-it
          when: (resource.owner ?? 'nobody') == subject.id
        - permit: list
          id: teams-top
          when: has(subject.teams) && within(subject.teams, 'top')
        - permit: list
          id: teams-left-or-right
          when: has(subject.teams) && within(subject.teams, ['left', 'right'])
        - permit: list
          id: teams-bottom
          when: has(subject.teams) && within(subject.teams, 'bottom')
        - permit: list
          id: teams-c
          when: has(subject.teams) && within(subject.teams, 'c')
        - permit: list
          id: teams-a-or-c
          when: has(subject.teams) && within(subject.teams, ['a', 'c'])
        - permit: move
          id: self-left
          when: within(ref('user', subject.id), 'left')
        - permit: move
          id: self-a
          when: within(ref('user', subject.id), 'a')
        - permit: move
          id: self-b
          when: within(ref('user', subject.id), 'b')
        - permit: file
          id: owner-left
          when: has(resource.owner) && within(ref('user', resource.owner), 'left')
        - permit: file
          id: owner-a
          when: has(resource.owner) && within(ref('user', resource.owner), 'a')
        - permit: file
          id: owner-b
          when: has(resource.owner) && within(ref('user', resource.owner), 'b')
        - permit: open
          id: in-the-drafts
          valid: { until: 2026-07-01T00:00:00Z }
          when: within(resource.folder, 'drafts')
        - permit: open
          id: in-the-attic
          when: within(resource.folder, 'attic')
        - permit: open
          id: in-the-cellar
          when: within(resource.folder, 'cellar')
      """;

  private static final String OVERLAY =
      """
      policy: note-of-acme
      resource: note
      rules:
        - deny: read
          id: acme-drafts
          when: within(resource.folder, 'drafts')
        - deny: read
          id: acme-attic
          when: within(resource.folder, 'attic')
        - deny: read
          id: acme-library
          when: within(resource.folder, 'library')
      """;

  private static final String OF_ALL =
      """
      policy: note
      resource: note
      rules:
        - permit: read
          id: texts
          when: within(resource.folder, 'texts')
        - permit: read
          id: cellar
          when: within(resource.folder, 'cellar')
        - permit: read
          id: garden
          when: within(resource.folder, 'garden')
      """;

  private final Evaluator evaluator =
      new Repository()
          .with("schema.yaml", SCHEMA)
          .with("data/all.yaml", DATA)
          .with("document.policy.yaml", POLICY)
          .with("note.policy.yaml", OF_ALL)
          .with("tenants/acme/note.policy.yaml", OVERLAY)
          .evaluator();

  @Test
  void rulesAreFoundByWhatIsStored() {
    assertThat(matching(read("drafts"))).containsExactly("drafts", "library");
    assertThat(matching(read("texts"))).containsExactly("library");
    assertThat(matching(read("library"))).containsExactly("library");
    assertThat(matching(read("attic"))).containsExactly("archive");
    assertThat(decide("read", "folder", "elsewhere", "open", true).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(decide("read", "folder", "drafts", "open", false).permitted()).isFalse();
  }

  @Test
  void aRuleCountsOnceOnHoweverManyWaysItIsFound() {
    assertThat(matching(listing(List.of("bottom"))))
        .containsExactly("teams-top", "teams-left-or-right", "teams-bottom");
    assertThat(matching(listing(List.of("left", "right", "bottom", "top"))))
        .containsExactly("teams-top", "teams-left-or-right", "teams-bottom");
  }

  @Test
  void aCircleIsHarmless() {
    assertThat(matching(listing(List.of("b")))).containsExactly("teams-c", "teams-a-or-c");
    assertThat(matching(listing(List.of("a", "b", "c"))))
        .containsExactly("teams-c", "teams-a-or-c");
  }

  @Test
  void noReferencesLieInNothing() {
    assertThat(listing(List.of()).reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void whatIsAbsentIsNoErrorOfRulesThatAskForItsPresence() {
    assertThat(decide(new Entity("user", "ann"), "list", document("owner", "ann")))
        .extracting(WithinIndexSemanticsTest::matching)
        .isEqualTo(List.of("no-index-finds-it"));
    assertThat(decide(new Entity("user", "ann"), "list", document()).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void withoutTheReferenceTheFirstRuleThatNeedsItIsInError() {
    assertInError(decide("read", "open", true), "drafts", "`resource.folder` is missing");
    assertInError(
        decide("print", "count", 1), "not-from-the-archive", "`resource.folder` is missing");
  }

  @Test
  void aValueThatIsNoReferenceIsAnErrorOfTheFirstRuleThatNeedsIt() {
    String error = "`resource.folder` is not a `ref<folder>`";
    assertInError(decide("read", "folder", 7, "open", true), "drafts", error);
    assertInError(decide("print", "folder", 7, "count", 1), "not-from-the-archive", error);
    assertInError(
        listing(List.of("bottom", 7)), "teams-top", "`subject.teams` is not a `set<ref<group>>`");
  }

  @Test
  void whatIsFalseAnywayNeedsNoReference() {
    assertInError(decide("read", "open", false), "cellar", "`resource.folder` is missing");
    assertThat(decide("print", "count", 0).permitted()).isTrue();
  }

  @Test
  void anErrorBesideTheReferenceDeniesOnlyWhereTheReferenceLiesInIt() {
    String error = "`resource.count * 2` is too large";
    for (String folder : List.of("archive", "attic", "library")) {
      assertInError(
          decide("print", "folder", folder, "count", Long.MAX_VALUE),
          "not-from-the-" + folder,
          error);
    }
    assertInError(
        decide("print", "folder", "drafts", "count", Long.MAX_VALUE),
        "not-from-the-library",
        error);
    assertThat(decide("print", "folder", "elsewhere", "count", Long.MAX_VALUE).permitted())
        .isTrue();
    assertThat(decide("print", "folder", "elsewhere").permitted()).isTrue();
    assertInError(
        decide("print", "folder", "attic"), "not-from-the-attic", "`resource.count` is missing");
  }

  @Test
  void whatARequestSaysIsAddedToWhatIsStored() {
    var asserted = List.of(attributes("id", "new", "in", List.of("bottom", "c")));
    assertThat(matching(listing(asserted)))
        .containsExactly(
            "teams-top", "teams-left-or-right", "teams-bottom", "teams-c", "teams-a-or-c");
  }

  @Test
  void whatARequestSaysOfAStoredEntityCountsOnlyWithTheRightToReplaceIt() {
    var more = List.of(attributes("id", "left", "in", List.of("c")));
    AccessRequest request = request(user("teams", more), "list", document());

    assertThat(matching(evaluator.decide(request)))
        .containsExactly("teams-top", "teams-left-or-right");
    assertThat(matching(evaluator.decide(request.with(Entitlement.FULL))))
        .containsExactly("teams-top", "teams-left-or-right", "teams-c", "teams-a-or-c");
  }

  /** Then the entities that rules name are looked up among the ancestors, not the other way. */
  @Test
  void moreAncestorsThanRulesFindTheSame() {
    List<Object> groups = IntStream.range(0, 200).<Object>mapToObj(i -> "g" + i).toList();
    var asserted = List.of(attributes("id", "new", "in", groups));
    var both = List.of(attributes("id", "new", "in", groups), "left", "b");

    assertThat(listing(asserted).reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(matching(listing(both)))
        .containsExactly("teams-top", "teams-left-or-right", "teams-c", "teams-a-or-c");
  }

  @Test
  void theSubjectItselfLiesInWhatIsStoredOfIt() {
    assertThat(matching(decide(new Entity("user", "ann"), "move", document())))
        .containsExactly("self-left");
    assertThat(decide(new Entity("user", "bob"), "move", document()).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void aTextThatIsNoIdIsAnErrorOfTheFirstRuleThatMakesAReferenceOfIt() {
    assertThat(matching(decide("file", "owner", "ann"))).containsExactly("owner-left");
    assertInError(
        decide("file", "owner", " "), "owner-left", "`ref('user', resource.owner)` is no id");
    assertThat(decide("file").reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void anUnknownReferenceIsWaitedForByEveryRuleThatNeedsIt() {
    AccessRequest request = request(new Entity("user", "ann"), "read", document("open", true));
    var folder = new RequestAttribute(Part.RESOURCE, "folder");

    PartialDecision undecided = evaluator.decide(request, folder::equals);

    assertThat(undecided).isInstanceOf(PartialDecision.Undecided.class);
    assertThat(((PartialDecision.Undecided) undecided).needed()).containsExactly(folder);
  }

  @Test
  void whatIsUnknownBesideTheReferenceMattersOnlyWhereTheReferenceLiesInIt() {
    var count = new RequestAttribute(Part.RESOURCE, "count");

    assertThat(printing("elsewhere", count)).isInstanceOf(PartialDecision.Decided.class);
    assertThat(printing("drafts", count)).isInstanceOf(PartialDecision.Undecided.class);
    assertThat(printing("attic", count)).isInstanceOf(PartialDecision.Undecided.class);
  }

  private PartialDecision printing(String folder, RequestAttribute unknown) {
    return evaluator.decide(
        request(new Entity("user", "ann"), "print", document("folder", folder)), unknown::equals);
  }

  @Test
  void anActorIsFoundByItsOwnAncestors() {
    assertThat(evaluator.decide(listingOfActor("left")).permitted()).isTrue();
    assertThat(evaluator.decide(listingOfActor("elsewhere")).permitted()).isFalse();
  }

  private static AccessRequest listingOfActor(String team) {
    var actor = new Entity("agent", "robot", attributes("teams", List.of(team)));
    return new AccessRequest(
        user("teams", List.of("top")),
        new Action("list"),
        document(),
        Attributes.NONE,
        Optional.of(actor),
        Instant.parse("2026-06-01T00:00:00Z"));
  }

  @Test
  void rulesOfATenantAreFoundBesideThoseOfAll() {
    assertThat(note("globex", "drafts").permitted()).isTrue();
    assertThat(matching(note("acme", "drafts"))).containsExactly("acme-drafts", "acme-library");
    assertThat(note("acme", "elsewhere").reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  private Decision note(String tenant, String folder) {
    return decide(
        user("tenant", tenant),
        "read",
        new Entity("note", "n1", attributes("tenant", tenant, "folder", folder)));
  }

  @Test
  void aDecisionHoldsAsLongAsIfEveryRuleHadBeenAsked() {
    for (String folder : List.of("drafts", "attic", "elsewhere")) {
      assertThat(decide("open", "folder", folder).cacheability())
          .isInstanceOf(Cacheability.During.class);
    }
  }

  @Test
  void manyRulesTakeNoMoreStepsThanFew() {
    assertThat(stepsAmong(3_000)).isEqualTo(stepsAmong(30));
  }

  private static long stepsAmong(int rules) {
    String policy =
        IntStream.range(0, rules)
            .mapToObj(
                i ->
                    """
                      - permit: read
                        id: r%d
                        when: within(subject.teams, 'g%d') && resource.open
                    """
                        .formatted(i, i))
            .collect(Collectors.joining("", "policy: many\nresource: document\nrules:\n", ""));
    var asserted = List.of("other", attributes("id", "new", "in", List.of("g7")));
    return new Repository()
        .with("schema.yaml", SCHEMA.replace("set<ref<group>>?", "set<ref<group>>"))
        .with("many.policy.yaml", policy)
        .evaluator()
        .steps(request(user("teams", asserted), "read", document("open", true)));
  }

  private static void assertInError(Decision decision, String rule, String error) {
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.reason().rule().orElseThrow().rule()).isEqualTo(rule);
    assertThat(decision.reason().message()).endsWith("could not be evaluated: " + error);
  }

  private static List<String> matching(Decision decision) {
    return Stream.concat(Stream.of(decision.reason()), decision.otherReasons().stream())
        .map(Reason::rule)
        .map(rule -> rule.orElseThrow().rule())
        .toList();
  }

  private Decision read(String folder) {
    return decide("read", "folder", folder, "open", true);
  }

  private Decision listing(List<?> teams) {
    return decide(user("teams", teams), "list", document());
  }

  private Decision decide(String action, Object... attributes) {
    return decide(new Entity("user", "ann"), action, document(attributes));
  }

  private Decision decide(Entity subject, String action, Entity resource) {
    return evaluator.decide(request(subject, action, resource));
  }

  private static Entity user(Object... attributes) {
    return new Entity("user", "ann", attributes(attributes));
  }

  private static Entity document(Object... attributes) {
    return new Entity("document", "d1", attributes(attributes));
  }

  private static AccessRequest request(Entity subject, String action, Entity resource) {
    return new AccessRequest(
        subject,
        new Action(action),
        resource,
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
