package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the written form of decisions that come again and again: a rule that decides alone, and
 * computes nothing for it, gives the same decision to every question until the policies change.
 * That it is the same is seen by its identity, so a form never stands for another decision.
 *
 * <p>Holds a fixed number of short forms; a new one takes the place of an old one. Safe for use by
 * many threads at once.
 */
public final class PreparedAnswers {

  private static final int SLOTS = 1 << 12;
  private static final int MAX_BYTES = 1 << 10;
  private static final int MULTIPLIER = 31;

  private final Function<Decision, byte[]> writer;

  /** What came last in each slot: only what comes twice is worth keeping. */
  private final @Nullable Decision[] last = new @Nullable Decision[SLOTS];

  private final @Nullable Prepared[] prepared = new @Nullable Prepared[SLOTS];

  /** A decision and its written form. */
  private static final class Prepared {

    private final Decision decision;
    private final byte[] form;

    Prepared(Decision decision, byte[] form) {
      this.decision = decision;
      this.form = form;
    }
  }

  /**
   * Nothing is kept yet.
   *
   * @param writer makes the written form of a decision
   */
  public PreparedAnswers(Function<Decision, byte[]> writer) {
    this.writer = writer;
  }

  /** The written form of a decision, which nobody may change. */
  @SuppressWarnings("ReferenceEquality") // identity is the key: see the class
  public byte[] of(Decision decision) {
    int slot = slot(decision);
    Prepared known = prepared[slot];
    if (known != null && known.decision == decision) {
      return known.form;
    }
    byte[] form = writer.apply(decision);
    if (last[slot] == decision && form.length <= MAX_BYTES) {
      prepared[slot] = new Prepared(decision, form);
    }
    last[slot] = decision;
    return form;
  }

  /** Decisions of one rule that hold other things beside it differ mostly in their number. */
  private static int slot(Decision decision) {
    Reason reason = decision.reason();
    int hash =
        reason.rule().isPresent() ? reason.rule().get().hashCode() : reason.code().hashCode();
    hash = MULTIPLIER * hash + decision.otherReasons().size();
    hash = MULTIPLIER * hash + decision.obligations().size();
    hash = MULTIPLIER * hash + decision.grants().size();
    return (hash ^ hash >>> Short.SIZE) & SLOTS - 1;
  }
}
