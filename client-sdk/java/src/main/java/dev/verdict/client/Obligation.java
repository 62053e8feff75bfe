package dev.verdict.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that goes with a decision.
 *
 * @param id what to do
 * @param properties how: strings, {@code Long}, {@code BigDecimal}, {@code Boolean}, lists and maps
 *     of those
 */
public record Obligation(String id, Map<String, Object> properties) {

  public Obligation {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
