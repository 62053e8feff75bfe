package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.AccessRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private final Layout layout;

  /** Of attributes by the number of their slot, then of variables and of elements. */
  private final @Nullable Object[] values;

  private int steps;

  /** Null where everything is known. */
  private final @Nullable Unknowns unknowns;

  private Frame(AccessRequest request, Layout layout, @Nullable Unknowns unknowns) {
    this.request = request;
    this.layout = layout;
    this.unknowns = unknowns;
    this.values = new @Nullable Object[layout.size];
    this.steps = layout.maxSteps;
  }

  /** Lays out frames for one resource type. */
  public static final class Layout {

    private final Slot[] slots;
    private final int attributes;
    private final int size;
    private final int maxSteps;

    /**
     * @param maxSteps how many elements one decision may look at one by one
     */
    public Layout(List<Slot> slots, int variables, int maxSteps) {
      this.slots = slots.toArray(Slot[]::new);
      this.attributes = slots.size();
      this.size = attributes + variables;
      this.maxSteps = maxSteps;
    }

    /** For a request of which everything is known. */
    public Frame frame(AccessRequest request) {
      return new Frame(request, this, null);
    }

    /** For a request of which something may be unknown. */
    public Frame frame(AccessRequest request, Unknowns unknowns) {
      Frame frame = new Frame(request, this, unknowns);
      for (int i = 0; i < slots.length; i++) {
        frame.open(i, slots[i].open(request), unknowns);
      }
      return frame;
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
      return readActedFor(frame(request), actedFor);
    }

    /** The same for a request of which something may be unknown. */
    public Frame actorFrame(AccessRequest request, AccessRequest actedFor, Unknowns unknowns) {
      Frame frame = readActedFor(frame(request, unknowns), actedFor);
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] instanceof ActedForSlot slot) {
          frame.open(i, slot.openActedFor(actedFor), unknowns);
        }
      }
      return frame;
    }

    private Frame readActedFor(Frame frame, AccessRequest actedFor) {
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
    return unknowns == null ? other.frame(request) : other.frame(request, unknowns);
  }

  /**
   * Puts an unknown in the place of a value, where there is one: before anything is read, so that
   * reading is the same where everything is known.
   */
  private void open(int slot, Optional<AttributePath> attribute, Unknowns all) {
    attribute.flatMap(all::behind).map(Unknown::of).ifPresent(found -> values[slot] = found);
  }

  /** Whether there is nothing to be learned. */
  boolean isAllKnown() {
    return unknowns == null || unknown().isEmpty();
  }

  /**
   * Everything that is unknown, where the decision took all the steps that it may: with more known
   * it may take fewer.
   */
  public Optional<Unknown> unknownWhereSpent() {
    return steps < 0 && unknowns != null ? unknown() : Optional.empty();
  }

  private Optional<Unknown> unknown() {
    return Arrays.stream(values, 0, layout.attributes)
        .filter(Unknown.class::isInstance)
        .map(Unknown.class::cast)
        .reduce(Unknown::union);
  }

  /**
   * The attribute's value, {@link Absent#ABSENT}, an error where it has the wrong type, or an
   * unknown.
   */
  public Object attribute(int slot) {
    Object value = values[slot];
    if (value == null) {
      value = read(layout.slots[slot]);
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
      steps = layout.maxSteps;
    }
  }

  /** The element that a quantifier put at a place. */
  Object local(int place) {
    return Objects.requireNonNull(values[layout.attributes + place]);
  }

  /** Puts an element at a place, and returns what was there. */
  @Nullable Object swapLocal(int place, @Nullable Object element) {
    int index = layout.attributes + place;
    Object before = values[index];
    values[index] = element;
    return before;
  }

  /** The variable's value, an error, or an unknown. */
  Object variable(int index, Node definition) {
    int place = layout.attributes + index;
    Object value = values[place];
    if (value == null) {
      value = definition.evaluate(this);
      values[place] = value;
    }
    return value;
  }
}
