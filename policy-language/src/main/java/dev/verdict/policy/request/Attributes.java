package dev.verdict.policy.request;

import dev.verdict.policy.text.Misspelling;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named values of an entity or of the context; immutable, each name once, in order of arrival. */
public final class Attributes {

  /** No attributes. */
  public static final Attributes NONE = new Attributes(Map.of());

  private final Map<String, Value> values;

  private Attributes(Map<String, Value> values) {
    this.values = values;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * The value of that name, or null where there is none: asked on every request, so no Optional.
   */
  public @Nullable Value get(String name) {
    return values.get(name);
  }

  /**
   * The first name that is misspelt for the given one and is none of the others; null where there
   * is none: asked on every request that lacks an optional attribute.
   *
   * @param others names that mean something of their own
   */
  public @Nullable String misspelt(String name, Set<String> others) {
    if (values.isEmpty()) {
      return null;
    }
    for (String written : values.keySet()) {
      if (Misspelling.isOf(written, name) && !others.contains(written)) {
        return written;
      }
    }
    return null;
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public int size() {
    return values.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes attributes && values.equals(attributes.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The names only: values are not for logs. */
  @Override
  public String toString() {
    return "Attributes" + values.keySet();
  }

  /** Collects attributes and refuses a name that comes twice. */
  public static final class Builder {

    private Map<String, Value> values = new LinkedHashMap<>();

    private Builder() {}

    /** Adds an attribute; false, and no change, where the name is taken. */
    public boolean add(String name, Value value) {
      return values.putIfAbsent(name, value) == null;
    }

    /**
     * The attributes so far, which the builder then forgets: to hand its table over saves a copy on
     * every request.
     */
    public Attributes build() {
      if (values.isEmpty()) {
        return NONE;
      }
      var built = new Attributes(values);
      values = new LinkedHashMap<>();
      return built;
    }
  }
}
