package dev.verdict.policy.condition;

import dev.verdict.policy.request.AccessRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of one resource type see of one request. Attributes are converted when they
 * are first read, variables evaluated when they are first used, each at most once. For one thread.
 */
public final class Frame {

  private final AccessRequest request;
  private final Slot[] slots;

  /** Of attributes by the number of their slot, then of variables. */
  private final @Nullable Object[] values;

  private Frame(AccessRequest request, Slot[] slots, int size) {
    this.request = request;
    this.slots = slots;
    this.values = new @Nullable Object[size];
  }

  /** Lays out frames for one resource type. */
  public static final class Layout {

    private final Slot[] slots;
    private final int size;

    public Layout(List<Slot> slots, int variables) {
      this.slots = slots.toArray(Slot[]::new);
      this.size = slots.size() + variables;
    }

    public Frame frame(AccessRequest request) {
      return new Frame(request, slots, size);
    }
  }

  /** The attribute's value, {@link Absent#ABSENT}, or an error where it has the wrong type. */
  public Object attribute(int slot) {
    Object value = values[slot];
    if (value == null) {
      value = slots[slot].read(request);
      values[slot] = value;
    }
    return value;
  }

  /** The variable's value, or an error. */
  Object variable(int index, Node definition) {
    int place = slots.length + index;
    Object value = values[place];
    if (value == null) {
      value = definition.evaluate(this);
      values[place] = value;
    }
    return value;
  }
}
