package dev.verdict.policy.function;

import dev.verdict.policy.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A pure function of values whose types the checker knows. Immutable; safe for use by many threads
 * at once. Each kind has a number of arguments, so that a call with few needs no array.
 */
public sealed interface ValueFunction {

  /** What its values are. */
  Type type();

  /** Why it may have no value, to go on after the call in a sentence: {@code is too long}. */
  default String failure() {
    return "has no value";
  }

  /** Calls the method of the visitor that is for this number of arguments. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to functions by how many arguments they take. */
  interface Visitor<R> {

    R ofOne(OfOne function);

    R ofTwo(OfTwo function);

    R ofMany(OfMany function);
  }

  /** A function of one value. */
  non-sealed interface OfOne extends ValueFunction {

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.ofOne(this);
    }

    /** What {@link #apply} costs for that argument, beyond a constant. */
    long steps(Object argument);

    /** The value, or null where there is none: this runs on every request, so no Optional. */
    @Nullable Object apply(Object argument);
  }

  /** A function of two values. */
  non-sealed interface OfTwo extends ValueFunction {

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.ofTwo(this);
    }

    /** What {@link #apply} costs for these arguments, beyond a constant. */
    long steps(Object first, Object second);

    /** The value, or null where there is none. */
    @Nullable Object apply(Object first, Object second);
  }

  /** A function of any number of values. */
  non-sealed interface OfMany extends ValueFunction {

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.ofMany(this);
    }

    /** What {@link #apply} costs for these arguments, beyond a constant. */
    long steps(Object[] arguments);

    /**
     * The value, or null where there is none.
     *
     * @param arguments not changed and not kept
     */
    @Nullable Object apply(Object[] arguments);
  }
}
