package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.work.WorkMeter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of one resource type see of one request. Attributes are converted when they
 * are first read, variables evaluated when they are first used, each at most once. For one thread.
 */
public final class Frame implements WorkMeter {

  private final AccessRequest request;
  private final Layout layout;

  /** Of attributes by the number of their slot, then of variables and of elements. */
  private final @Nullable Object[] values;

  /** The first frame of the decision, whose steps all of its frames take. */
  private final Frame account;

  /** How many are left, where this is the account. */
  private long steps;

  /** Null where everything is known. */
  private final @Nullable Unknowns unknowns;

  private Frame(AccessRequest request, Layout layout, @Nullable Unknowns unknowns) {
    this.request = request;
    this.layout = layout;
    this.unknowns = unknowns;
    this.values = new @Nullable Object[layout.size];
    this.account = this;
    this.steps = layout.budget;
  }

  private Frame(
      AccessRequest request, Layout layout, @Nullable Unknowns unknowns, Frame sameDecision) {
    this.request = request;
    this.layout = layout;
    this.unknowns = unknowns;
    this.values = new @Nullable Object[layout.size];
    this.account = sameDecision.account;
  }

  /** Lays out frames for one resource type. */
  public static final class Layout {

    private final Slot[] slots;
    private final int attributes;
    private final int size;
    private final long budget;

    /**
     * @param budget how many steps one decision may take
     */
    public Layout(List<Slot> slots, int variables, long budget) {
      this.slots = slots.toArray(Slot[]::new);
      this.attributes = slots.size();
      this.size = attributes + variables;
      this.budget = budget;
    }

    /** For a request of which everything is known. */
    public Frame frame(AccessRequest request) {
      return new Frame(request, this, null);
    }

    /** For a request of which something may be unknown. */
    public Frame frame(AccessRequest request, Unknowns unknowns) {
      return opened(new Frame(request, this, unknowns), request, unknowns);
    }

    private Frame opened(Frame frame, AccessRequest request, Unknowns unknowns) {
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
     * What conditions see where an actor stands in the subject's place. It takes the steps that are
     * left: both are one decision.
     *
     * @param actedFor of the subject that it acts for
     */
    public Frame actorFrame(AccessRequest request, Frame actedFor) {
      return readActing(new Frame(request, this, null, actedFor), actedFor.request);
    }

    /** The same for a request of which something may be unknown. */
    public Frame actorFrame(AccessRequest request, Frame actedFor, Unknowns unknowns) {
      Frame frame = opened(new Frame(request, this, unknowns, actedFor), request, unknowns);
      for (int i = 0; i < slots.length; i++) {
        if (frame.values[i] == null) {
          frame.open(i, slots[i].openActing(request, actedFor.request), unknowns);
        }
      }
      return readActing(frame, actedFor.request);
    }

    private Frame readActing(Frame frame, AccessRequest actedFor) {
      for (int i = 0; i < slots.length; i++) {
        if (frame.values[i] == null) {
          frame.values[i] = slots[i].readActing(frame.request, actedFor, frame);
        }
      }
      return frame;
    }
  }

  /** The type of who asks. */
  public String subjectType() {
    return request.subject().type();
  }

  /** The same request as another layout sees it, for the same decision. */
  public Frame seenBy(Layout other) {
    var frame = new Frame(request, other, unknowns, this);
    return unknowns == null ? frame : other.opened(frame, request, unknowns);
  }

  /**
   * What the request says in vain of attributes that are read here, since what is stored of them
   * counts; in the order of their names.
   */
  public List<RequestAttribute> ignored() {
    return Arrays.stream(layout.slots)
        .flatMap(slot -> slot.ignored(request).stream())
        .distinct()
        .sorted(Comparator.comparing(RequestAttribute::toString))
        .toList();
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
    return unknown().isEmpty();
  }

  /** Everything that is unknown. */
  Optional<Unknown> unknown() {
    return unknowns == null
        ? Optional.empty()
        : Arrays.stream(values, 0, layout.attributes)
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
      return ofResource.read(request, this);
    }
    return slot instanceof SubjectSlot ofSubject
        ? ofSubject.read(request, this)
        : slot.read(request, this);
  }

  /**
   * {@inheritDoc}
   *
   * @throws BudgetExceededException where there are not so many left
   */
  @Override
  public void charge(long taken) {
    Frame all = account;
    all.steps -= taken;
    if (all.steps < 0) {
      throw new BudgetExceededException(this);
    }
  }

  /**
   * Sets the steps that are left aside, for something that is told of the decision and is no part
   * of it.
   *
   * @param others that may be taken meanwhile
   * @return those that were left, to be given to {@link #takeStepsBack}
   */
  public long setStepsAside(long others) {
    long left = account.steps;
    account.steps = others;
    return left;
  }

  /** Goes on with the steps that were left. */
  public void takeStepsBack(long left) {
    account.steps = left;
  }

  /** How many steps the decision took so far. */
  public long taken() {
    return account.layout.budget - account.steps;
  }

  /** Gives steps for an explanation, which evaluates conditions again: as a decision has, times. */
  public void grantAnew(int times) {
    account.steps = times * account.layout.budget;
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
  Object variable(int index, Node definition, long price) {
    int place = layout.attributes + index;
    Object value = values[place];
    if (value == null) {
      charge(price);
      value = definition.evaluate(this);
      values[place] = value;
    }
    return value;
  }
}
