package dev.verdict.policy.request;

import dev.verdict.policy.text.Misspelling;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named values of an entity or of the context; immutable, each name once, in order of arrival. */
public final class Attributes {

  /** No attributes. */
  public static final Attributes NONE = new Builder(null).built();

  private final NameIndex names;

  /** By the place of their names; null where a value is not read yet. */
  private final @Nullable Value[] values;

  private final @Nullable ValueSource source;

  /** Where the source finds values, by the place of their names. */
  private final int[] places;

  private Attributes(Builder built) {
    this.names = built.names;
    this.values = built.values;
    this.source = built.source;
    this.places = built.places;
  }

  public static Builder builder() {
    return new Builder(null);
  }

  /** Collects attributes some of which are not read yet. */
  public static Builder builder(ValueSource source) {
    return new Builder(source);
  }

  /**
   * The value of that name, or null where there is none: asked on every request, so no Optional.
   */
  public @Nullable Value get(String name) {
    int index = names.find(name);
    return index < 0 ? null : value(index);
  }

  /** The name at an index from 0 to {@link #size}, exclusive. */
  public String name(int index) {
    return names.at(Objects.checkIndex(index, names.size()));
  }

  /** The value of the name at an index. */
  public Value value(int index) {
    Value value = values[Objects.checkIndex(index, names.size())];
    return value == null ? read(index) : value;
  }

  /** Two threads may both read a value: they get equal ones. */
  private Value read(int index) {
    Value value = Objects.requireNonNull(source).read(places[index]);
    values[index] = value;
    return value;
  }

  /**
   * The first name that is misspelt for the given one and is none of the others; null where there
   * is none: asked on every request that lacks an optional attribute.
   *
   * @param others names that mean something of their own
   */
  public @Nullable String misspelt(String name, Set<String> others) {
    for (int i = 0; i < names.size(); i++) {
      String written = names.at(i);
      if (Misspelling.isOf(written, name) && !others.contains(written)) {
        return written;
      }
    }
    return null;
  }

  /** The names in order of arrival. */
  public Set<String> names() {
    return new Names(names);
  }

  public boolean isEmpty() {
    return names.size() == 0;
  }

  public int size() {
    return names.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes attributes
        && size() == attributes.size()
        && isWithin(attributes);
  }

  private boolean isWithin(Attributes others) {
    for (int i = 0; i < names.size(); i++) {
      if (!value(i).equals(others.get(names.at(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Does not depend on the order, as equality does not. */
  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < names.size(); i++) {
      hash += names.at(i).hashCode() ^ value(i).hashCode();
    }
    return hash;
  }

  /** The names only: values are not for logs. */
  @Override
  public String toString() {
    return "Attributes" + names();
  }

  /** The names as a set. */
  private static final class Names extends AbstractSet<String> {

    private final NameIndex names;

    Names(NameIndex names) {
      this.names = names;
    }

    @Override
    public int size() {
      return names.size();
    }

    @Override
    public boolean contains(Object other) {
      return other instanceof String name && names.find(name) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < names.size();
        }

        @Override
        public String next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return names.at(next++);
        }
      };
    }
  }

  /** Collects attributes and refuses a name that comes twice. */
  public static final class Builder {

    private static final int FEW = 8;
    private static final int[] NO_PLACES = {};

    private final @Nullable ValueSource source;
    private NameIndex names = new NameIndex();
    private @Nullable Value[] values = new @Nullable Value[FEW];
    private int[] places = NO_PLACES;

    private Builder(@Nullable ValueSource source) {
      this.source = source;
    }

    /** Adds an attribute; false, and no change, where the name is taken. */
    public boolean add(String name, Value value) {
      if (!takeName(name)) {
        return false;
      }
      values[names.size() - 1] = value;
      return true;
    }

    /**
     * The same with a value that the source reads once somebody asks for it.
     *
     * @param place to be given to {@link ValueSource#read}
     */
    public boolean addUnread(String name, int place) {
      Objects.requireNonNull(source);
      if (!takeName(name)) {
        return false;
      }
      if (places.length < values.length) {
        places = Arrays.copyOf(places, values.length);
      }
      places[names.size() - 1] = place;
      return true;
    }

    private boolean takeName(String name) {
      if (!names.add(name)) {
        return false;
      }
      if (names.size() > values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      return true;
    }

    /**
     * The attributes so far, which the builder then forgets: to hand its tables over saves a copy
     * on every request.
     */
    public Attributes build() {
      if (names.size() == 0) {
        return NONE;
      }
      Attributes built = built();
      names = new NameIndex();
      values = new @Nullable Value[FEW];
      places = NO_PLACES;
      return built;
    }

    private Attributes built() {
      return new Attributes(this);
    }
  }
}
