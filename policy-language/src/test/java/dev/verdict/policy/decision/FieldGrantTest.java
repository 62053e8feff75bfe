package dev.verdict.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FieldGrantTest {

  private static final Set<String> NAMES = Set.of("a", "b", "c", "d", "e");

  @Property
  void aUnionCoversWhatEitherCovers(
      @ForAll("grants") FieldGrant left, @ForAll("grants") FieldGrant right) {
    for (String name : NAMES) {
      assertThat(left.union(right).covers(name)).isEqualTo(left.covers(name) || right.covers(name));
    }
  }

  @Property
  void aDifferenceCoversWhatOnlyTheFirstCovers(
      @ForAll("grants") FieldGrant left, @ForAll("grants") FieldGrant right) {
    for (String name : NAMES) {
      assertThat(left.minus(right).covers(name))
          .isEqualTo(left.covers(name) && !right.covers(name));
    }
  }

  @Property
  void anIntersectionCoversWhatBothCover(
      @ForAll("grants") FieldGrant left, @ForAll("grants") FieldGrant right) {
    for (String name : NAMES) {
      assertThat(left.intersection(right).covers(name))
          .isEqualTo(left.covers(name) && right.covers(name));
    }
  }

  @Provide
  Arbitrary<FieldGrant> grants() {
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.of("a", "b", "c", "d").set().ofMaxSize(4))
        .as(FieldGrant::new);
  }
}
