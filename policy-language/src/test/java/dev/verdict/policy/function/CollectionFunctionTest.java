package dev.verdict.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CollectionFunctionTest {

  @Property
  void aListIsComparedLikeTheSetOfItsValues(
      @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> first,
      @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> second) {
    Set<Integer> held = new HashSet<>(first);

    assertThat(CollectionFunction.CONTAINS_ALL.apply(first, second))
        .isEqualTo(held.containsAll(second))
        .isEqualTo(CollectionFunction.CONTAINS_ALL.apply(held, new HashSet<>(second)));
    assertThat(CollectionFunction.CONTAINS_ANY.apply(first, second))
        .isEqualTo(!Collections.disjoint(first, second))
        .isEqualTo(CollectionFunction.CONTAINS_ANY.apply(second, held));
  }
}
