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
  public static final Attributes NONE =
      new Attributes(new NameIndex(), new @Nullable Value[0], null, new int[0]);

  private final NameIndex names;

  /** By the place of their names; null where a value is not read yet. */
  private final @Nullable Value[] values;

  private final @Nullable ValueSource source;

  /** Where the source finds values, by the place of their names. */
  private final int[] places;

  private Attributes(
      NameIndex names, @Nullable Value[] values, @Nullable ValueSource source, int[] places) {
    this.names = names;
    this.values = values;
    this.source = source;
    this.places = places;
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
    private static final @Nullable Value[] NO_VALUES = {};

    private final @Nullable ValueSource source;

    /** Null before the first attribute: most builders are used once, and many for none. */
    private @Nullable NameIndex names;

    private @Nullable Value[] values = NO_VALUES;
    private int[] places = NO_PLACES;

    private Builder(@Nullable ValueSource source) {
      this.source = source;
    }

    /** Adds an attribute; false, and no change, where the name is taken. */
    public boolean add(String name, Value value) {
      int place = place(name);
      if (place < 0) {
        return false;
      }
      values[place] = value;
      return true;
    }

    /**
     * The same with a value that the source reads once somebody asks for it.
     *
     * @param place to be given to {@link ValueSource#read}
     */
    public boolean addUnread(String name, int place) {
      Objects.requireNonNull(source);
      int index = place(name);
      if (index < 0) {
        return false;
      }
      if (places.length < values.length) {
        places = Arrays.copyOf(places, values.length);
      }
      places[index] = place;
      return true;
    }

    /** Where the value of a new name goes; -1 where the name is taken. */
    private int place(String name) {
      NameIndex taken = names;
      if (taken == null) {
        taken = new NameIndex();
        names = taken;
        values = new @Nullable Value[FEW];
      }
      if (!taken.add(name)) {
        return -1;
      }
      if (taken.size() > values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      return taken.size() - 1;
    }

    /**
     * The attributes so far, which the builder then forgets: to hand its tables over saves a copy
     * on every request.
     */
    public Attributes build() {
      NameIndex built = names;
      if (built == null) {
        return NONE;
      }
      var attributes = new Attributes(built, values, source, places);
      names = null;
      values = NO_VALUES;
      places = NO_PLACES;
      return attributes;
    }
  }
}
