package dev.verdict.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AttributesTest {

  private static final Value ONE = new Value.Whole(1);
  private static final Value TWO = new Value.Whole(2);

  @Test
  void aBuilderChangesNothingThatItHasBuilt() {
    Attributes.Builder builder = Attributes.builder();
    builder.add("a", ONE);
    Attributes first = builder.build();

    builder.add("b", TWO);
    Attributes second = builder.build();

    assertThat(first.names()).containsExactly("a");
    assertThat(second.names()).containsExactly("b");
  }

  @Test
  void aNameThatComesTwiceIsRefusedAndTheFirstValueStays() {
    Attributes.Builder builder = Attributes.builder();

    assertThat(builder.add("a", ONE)).isTrue();
    assertThat(builder.add("a", TWO)).isFalse();
    assertThat(builder.build().get("a")).isEqualTo(ONE);
  }
}
