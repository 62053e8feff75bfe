package dev.verdict.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityReferenceTest {

  @Test
  void theOrderTellsApartWhatIsNotEqualThoughItHasOneHash() {
    var one = new EntityReference("folder", "Aa");
    var other = new EntityReference("folder", "BB");

    assertThat(one).hasSameHashCodeAs(other).isNotEqualTo(other).isLessThan(other);
  }

  @Test
  void theOrderIsThatOfEquality() {
    var folder = new EntityReference("folder", "a");

    assertThat(folder)
        .isEqualByComparingTo(new EntityReference("folder", "a"))
        .isNotEqualByComparingTo(new EntityReference("group", "a"))
        .isNotEqualByComparingTo(new EntityReference("folder", "b"));
  }
}
