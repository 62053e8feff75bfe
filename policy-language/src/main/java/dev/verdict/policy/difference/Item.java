package dev.verdict.policy.difference;

import dev.verdict.policy.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named thing as an author wrote it.
 *
 * @param name unique among those of its kind: {@code invoice/locked} for a rule
 * @param parts what is said of it, by key, in the order of the file
 * @param span where it stands
 */
record Item(ItemKind kind, String name, Map<String, String> parts, Span span) {

  Item {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Names a thing in both states. */
  record Key(ItemKind kind, String name) {}
}
