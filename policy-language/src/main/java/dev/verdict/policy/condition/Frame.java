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
  private final Slot[] layout;
  private final @Nullable Object[] attributes;
  private final @Nullable Object[] variables;

  private Frame(AccessRequest request, Slot[] layout, int variables) {
    this.request = request;
    this.layout = layout;
    this.attributes = new @Nullable Object[layout.length];
    this.variables = new @Nullable Object[variables];
  }

  /** Lays out frames for one resource type. */
  public static final class Layout {

    private final Slot[] slots;
    private final int variables;

    public Layout(List<Slot> slots, int variables) {
      this.slots = slots.toArray(Slot[]::new);
      this.variables = variables;
    }

    public Frame frame(AccessRequest request) {
      return new Frame(request, slots, variables);
    }
  }

  /** The attribute's value, {@link Absent#ABSENT}, or an error where it has the wrong type. */
  public Object attribute(int slot) {
    Object value = attributes[slot];
    if (value == null) {
      value = layout[slot].read(request);
      attributes[slot] = value;
    }
    return value;
  }

  /** The variable's value, or an error. */
  Object variable(int index, Node definition) {
    Object value = variables[index];
    if (value == null) {
      value = definition.evaluate(this);
      variables[index] = value;
    }
    return value;
  }
}
