package dev.verdict.policy.condition;

import dev.verdict.policy.request.AccessRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of one resource type see of one request. Attributes are converted when they
 * are first read, variables evaluated when they are first used, each at most once. For one thread.
 */
public final class Frame {

  /** In the place of a value where the decision has taken all the steps that it may. */
  static final EvaluationError BUDGET_SPENT =
      new EvaluationError("the decision takes more steps than it may");

  private final AccessRequest request;
  private final Slot[] slots;

  /** Of attributes by the number of their slot, then of variables and of elements. */
  private final @Nullable Object[] values;

  private final int maxSteps;
  private int steps;

  private Frame(AccessRequest request, Slot[] slots, int size, int maxSteps) {
    this.request = request;
    this.slots = slots;
    this.values = new @Nullable Object[size];
    this.maxSteps = maxSteps;
    this.steps = maxSteps;
  }

  /** Lays out frames for one resource type. */
  public static final class Layout {

    private final Slot[] slots;
    private final int size;
    private final int maxSteps;

    /**
     * @param maxSteps how many elements one decision may look at one by one
     */
    public Layout(List<Slot> slots, int variables, int maxSteps) {
      this.slots = slots.toArray(Slot[]::new);
      this.size = slots.size() + variables;
      this.maxSteps = maxSteps;
    }

    public Frame frame(AccessRequest request) {
      return new Frame(request, slots, size, maxSteps);
    }

    /** What conditions see of a subject that has all roles and scopes which targets speak of. */
    public Frame frameWithAllNames(AccessRequest request) {
      Frame frame = frame(request);
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] instanceof NamesSlot slot) {
          frame.values[i] = slot.everything();
        }
      }
      return frame;
    }

    /**
     * What conditions see where an actor stands in the subject's place.
     *
     * @param actedFor the request of the subject that it acts for
     */
    public Frame actorFrame(AccessRequest request, AccessRequest actedFor) {
      Frame frame = frame(request);
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] instanceof ActedForSlot slot) {
          frame.values[i] = slot.readActedFor(actedFor);
        }
      }
      return frame;
    }
  }

  /** The type of who asks. */
  public String subjectType() {
    return request.subject().type();
  }

  /** The same request as another layout sees it. */
  public Frame seenBy(Layout other) {
    return other.frame(request);
  }

  /** The attribute's value, {@link Absent#ABSENT}, or an error where it has the wrong type. */
  public Object attribute(int slot) {
    Object value = values[slot];
    if (value == null) {
      value = read(slots[slot]);
      values[slot] = value;
    }
    return value;
  }

  /** The most frequent kinds by their class: a virtual call would cost as much as they do. */
  private Object read(Slot slot) {
    if (slot instanceof ResourceSlot ofResource) {
      return ofResource.read(request);
    }
    return slot instanceof SubjectSlot ofSubject ? ofSubject.read(request) : slot.read(request);
  }

  /** Takes one of the steps that are left; false where there is none. */
  boolean spendStep() {
    return steps >= 0 && --steps >= 0;
  }

  /**
   * Gives all steps back, unless they did not suffice. An explanation evaluates conditions again,
   * and has to come to what the decision came to.
   */
  public void restoreSteps() {
    if (steps >= 0) {
      steps = maxSteps;
    }
  }

  /** The element that a quantifier put at a place. */
  Object local(int place) {
    return Objects.requireNonNull(values[slots.length + place]);
  }

  /** Puts an element at a place, and returns what was there. */
  @Nullable Object swapLocal(int place, @Nullable Object element) {
    Object before = values[slots.length + place];
    values[slots.length + place] = element;
    return before;
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
