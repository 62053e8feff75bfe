package dev.verdict.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares attributes with a map of the same names and values. */
final class AttributesAgainstMapTest {

  private static final int SEED = 20261129;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 200, 3_000})
  void attributesAreWhatAMapIs(int count) {
    compare(count, i -> "name" + i);
  }

  /** All of these have one hash: the pairs "Aa" and "BB" of letters do not change it. */
  @ParameterizedTest
  @ValueSource(ints = {8, 9, 33, 34, 64, 3_000})
  void namesWithTheSameHashAreToldApart(int count) {
    compare(count, AttributesAgainstMapTest::colliding);
    assertThat(colliding(0).hashCode()).isEqualTo(colliding(2_999).hashCode());
  }

  @Test
  void valuesAreReadWhenSomebodyAsksAndOnlyOnce() {
    var read = new int[3];
    Attributes.Builder builder =
        Attributes.builder(
            place -> {
              read[place]++;
              return new Value.Whole(place);
            });
    builder.addUnread("a", 0);
    builder.add("b", new Value.Whole(7));
    builder.addUnread("c", 2);
    assertThat(builder.addUnread("a", 1)).isFalse();
    Attributes attributes = builder.build();

    assertThat(attributes.get("c")).isEqualTo(new Value.Whole(2));
    assertThat(attributes.get("c")).isEqualTo(new Value.Whole(2));
    assertThat(attributes.get("b")).isEqualTo(new Value.Whole(7));
    assertThat(attributes.names()).containsExactly("a", "b", "c");
    assertThat(read).containsExactly(0, 0, 1);
  }

  private static void compare(int count, IntFunction<String> name) {
    var random = new Random(SEED);
    Map<String, Value> expected = new LinkedHashMap<>();
    Attributes.Builder builder = Attributes.builder(Value.Whole::new);
    for (int i : IntStream.range(0, 2 * count).map(i -> random.nextInt(count)).toArray()) {
      boolean isNew = expected.putIfAbsent(name.apply(i), new Value.Whole(i)) == null;
      boolean added =
          random.nextBoolean()
              ? builder.add(name.apply(i), new Value.Whole(i))
              : builder.addUnread(name.apply(i), i);
      assertThat(added).isEqualTo(isNew);
    }
    Attributes attributes = builder.build();

    assertThat(attributes.names()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((each, value) -> assertThat(attributes.get(each)).isEqualTo(value));
    IntStream.range(count, count + 20)
        .forEach(i -> assertThat(attributes.get(name.apply(i))).isNull());
    assertThat(attributes.names()).doesNotContain("other").hasSize(expected.size());
    assertThat(attributes).isEqualTo(reversed(expected)).hasSameHashCodeAs(reversed(expected));
    assertThat(attributes.equals(without(expected))).isEqualTo(expected.isEmpty());
  }

  private static Attributes reversed(Map<String, Value> values) {
    List<String> names = values.keySet().stream().toList();
    Attributes.Builder builder = Attributes.builder();
    for (int i = names.size() - 1; i >= 0; i--) {
      builder.add(names.get(i), values.get(names.get(i)));
    }
    return builder.build();
  }

  private static Attributes without(Map<String, Value> values) {
    Attributes.Builder builder = Attributes.builder();
    values.entrySet().stream().skip(1).forEach(each -> builder.add(each.getKey(), each.getValue()));
    return builder.build();
  }

  private static String colliding(int number) {
    return IntStream.range(0, 12)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .reduce("", String::concat);
  }
}
