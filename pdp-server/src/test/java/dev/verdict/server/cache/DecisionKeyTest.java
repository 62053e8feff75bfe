package dev.verdict.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DecisionKeyTest {

  private static final String REVISION = "r1";

  /** Every input of a decision, each changed by itself. */
  private static final List<UnaryOperator<AccessRequest>> CHANGES =
      List.of(
          r -> with(r, changed(r.subject()), r.action(), r.resource()),
          r -> with(r, retyped(r.subject()), r.action(), r.resource()),
          r -> with(r, extended(r.subject()), r.action(), r.resource()),
          r -> with(r, r.subject(), r.action(), changed(r.resource())),
          r -> with(r, r.subject(), r.action(), retyped(r.resource())),
          r -> with(r, r.subject(), r.action(), extended(r.resource())),
          r -> with(r, r.resource(), r.action(), r.subject()),
          r ->
              with(
                  r,
                  r.subject(),
                  new Action(r.action().name() + "x", r.action().attributes()),
                  r.resource()),
          r ->
              with(
                  r,
                  r.subject(),
                  new Action(r.action().name(), extended(r.action().attributes())),
                  r.resource()),
          r -> in(r, extended(r.context()), r.actor()),
          r -> in(r, r.context(), r.actor().isPresent() ? Optional.empty() : actor()),
          r -> in(r, r.context(), r.actor().map(DecisionKeyTest::changed).or(() -> actor())),
          r -> in(r, r.context(), r.actor().map(DecisionKeyTest::extended).or(() -> actor())),
          r -> r.with(Entitlement.FULL),
          r -> r.with(new Entitlement(Set.of(Part.RESOURCE), Optional.empty())),
          r -> r.with(new Entitlement(Set.of(), Optional.of(Set.of()))),
          r -> r.with(new Entitlement(Set.of(), Optional.of(Set.of("acme", "globex")))));

  @Property
  void twoKeysAreEqualExactlyWhereTheQuestionsAre(
      @ForAll("requests") AccessRequest one, @ForAll("requests") AccessRequest other) {
    assertThat(key(one).equals(key(other))).isEqualTo(one.equals(other));
    assertThat(key(one).compareTo(key(other)) == 0).isEqualTo(one.equals(other));
  }

  @Property
  void twoValuesOfOneAttributeAreToldApart(
      @ForAll("values") Value one, @ForAll("values") Value other) {
    assertThat(key(about(one)).equals(key(about(other)))).isEqualTo(one.equals(other));
  }

  @Property
  void anyChangedInputChangesTheKey(@ForAll("requests") AccessRequest request) {
    for (var change : CHANGES) {
      AccessRequest changed = change.apply(request);
      assertThat(key(changed).equals(key(request))).isEqualTo(changed.equals(request));
    }
    assertThat(DecisionKey.of("r2", request)).isNotEqualTo(DecisionKey.of(REVISION, request));
  }

  @Property
  void theOrderOfAttributesAndTheTimeAreNoPartOfTheKey(
      @ForAll("requests") AccessRequest request, @ForAll Random random) {
    var shuffled = key(AccessRequests.shuffled(request, random));

    assertThat(shuffled).isEqualTo(key(request));
    assertThat(shuffled.hashCode()).isEqualTo(key(request).hashCode());
  }

  @Test
  void whatAnActionStatesToChangeIsPartOfTheKey() {
    AccessRequest request = about(new Value.Flag(true));
    var keys =
        Stream.of(List.<String>of(), List.of("iban"), List.of("amount", "iban"))
            .map(names -> new Value.Sequence(names.stream().<Value>map(Value.Text::new).toList()))
            .map(
                fields ->
                    key(with(request, request.subject(), writing(fields), request.resource())))
            .toList();

    assertThat(keys).doesNotHaveDuplicates().doesNotContain(key(request));
  }

  private static Action writing(Value fields) {
    Attributes.Builder attributes = Attributes.builder();
    attributes.add("fields", fields);
    return new Action("update", attributes.build());
  }

  @Test
  void valuesOfDifferentKindsAreDifferent() {
    var text = key(about(new Value.Text("1")));
    var whole = key(about(new Value.Whole(1)));
    var decimal = key(about(new Value.Decimal(BigDecimal.ONE)));

    assertThat(text).isNotEqualTo(whole).isNotEqualTo(decimal);
    assertThat(whole).isNotEqualTo(decimal);
  }

  @Test
  void keysWithTheSameHashAreToldApartByTheirContent() {
    // the strings have one hash, and so do all texts that differ only in them
    var one = key(about(new Value.Text("Aa")));
    var other = key(about(new Value.Text("BB")));

    assertThat(one.hashCode()).isEqualTo(other.hashCode());
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void aLargeQuestionHasNoKey() {
    assertThat(DecisionKey.of(REVISION, about(new Value.Text("x".repeat(16_000))))).isPresent();
    assertThat(DecisionKey.of(REVISION, about(new Value.Text("x".repeat(16_500))))).isEmpty();
    assertThat(DecisionKey.of(REVISION, about(new Value.Text("日".repeat(6_000))))).isEmpty();
  }

  @Test
  void aQuestionWithManyValuesHasNoKey() {
    var values = new Value.Sequence(java.util.Collections.nCopies(9_000, new Value.Whole(7)));

    assertThat(DecisionKey.of(REVISION, about(values))).isEmpty();
  }

  @Test
  void aKeyDoesNotPrintWhatItHolds() {
    assertThat(key(about(new Value.Text("secret"))).toString()).doesNotContain("secret");
  }

  @Provide
  Arbitrary<AccessRequest> requests() {
    return AccessRequests.any();
  }

  @Provide
  Arbitrary<Value> values() {
    return AccessRequests.values(2);
  }

  private static DecisionKey key(AccessRequest request) {
    return DecisionKey.of(REVISION, request).orElseThrow();
  }

  private static AccessRequest about(Value value) {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action("read"),
        new Entity("invoice", "1", attribute("value", value)),
        Attributes.NONE,
        AccessRequests.NOW);
  }

  private static Attributes attribute(String name, Value value) {
    var result = Attributes.builder();
    result.add(name, value);
    return result.build();
  }

  private static AccessRequest with(
      AccessRequest request, Entity subject, Action action, Entity resource) {
    return new AccessRequest(
        subject, action, resource, request.context(), request.actor(), request.now());
  }

  private static AccessRequest in(
      AccessRequest request, Attributes context, Optional<Entity> actor) {
    return new AccessRequest(
        request.subject(), request.action(), request.resource(), context, actor, request.now());
  }

  private static Entity changed(Entity entity) {
    return new Entity(entity.type(), entity.id() + "x", entity.attributes());
  }

  private static Entity retyped(Entity entity) {
    return new Entity(entity.type() + "x", entity.id(), entity.attributes());
  }

  private static Entity extended(Entity entity) {
    return new Entity(entity.type(), entity.id(), extended(entity.attributes()));
  }

  private static Attributes extended(Attributes attributes) {
    var result = Attributes.builder();
    attributes.names().forEach(name -> result.add(name, attributes.get(name)));
    result.add("added", new Value.Flag(true));
    return result.build();
  }

  private static Optional<Entity> actor() {
    return Optional.of(new Entity("agent", "one"));
  }
}
