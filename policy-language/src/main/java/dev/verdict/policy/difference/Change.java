package dev.verdict.policy.difference;

import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * A named thing that is new, gone, or said otherwise.
 *
 * @param parts what is said otherwise; of what is new or gone, all that is said of it
 * @param span where it stands; where it is gone, where it stood
 */
public record Change(ItemKind kind, String name, Nature nature, List<PartChange> parts, Span span) {

  /** What became of it. */
  public enum Nature {
    ADDED,
    REMOVED,
    CHANGED;

    /** {@code added}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Change {
    parts = List.copyOf(parts);
  }
}
