package dev.verdict.server.metrics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A meter for each constant of a closed set of label values, so that every series exists from the
 * start with zero: an alert on its rate works before the first event.
 */
final class MeterTable<K extends Enum<K>, V> {

  private final Map<K, V> meters;

  private MeterTable(Map<K, V> meters) {
    this.meters = meters;
  }

  static <K extends Enum<K>, V> MeterTable<K, V> of(Class<K> keys, Function<K, V> make) {
    var meters = new EnumMap<K, V>(keys);
    for (K key : keys.getEnumConstants()) {
      meters.put(key, make.apply(key));
    }
    return new MeterTable<>(meters);
  }

  V at(K key) {
    V meter = meters.get(key);
    if (meter == null) {
      throw new IllegalStateException("no meter for " + key);
    }
    return meter;
  }

  /** The value of a label that stands for a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
