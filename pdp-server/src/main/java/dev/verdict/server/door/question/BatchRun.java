package dev.verdict.server.door.question;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.AnswerTooLargeException;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.eventual.WorkAbandonedException;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way. A refused item counts as a deny, so it may end the batch: what comes after
 * it is neither read nor decided. Belongs to the event loop of its call.
 */
final class BatchRun implements AdmissionReceiver {

  private final Batch batch;
  private final Asker asker;
  private final Instant now;
  private final QuestionAdmission admission;
  private final SubjectTokens tokens;
  private final DecisionService decisions;
  private final Deadline deadline;
  private final Turns turns;
  private final int maxValues;
  private final BatchReceiver receiver;
  private final List<@Nullable Refusal> refusals;
  private final List<Ask> asks;
  private final BitSet detailed = new BitSet();
  private int next;
  private int values;
  private boolean ended;

  /**
   * A batch of which nothing is read yet.
   *
   * @param deadline until when somebody waits for the answer
   * @param turns after how many items others go first
   * @param maxValues of all items together: a large default times many items must not stall the
   *     other callers
   */
  BatchRun(
      Batch batch,
      Asker asker,
      Instant now,
      QuestionAdmission admission,
      SubjectTokens tokens,
      DecisionService decisions,
      Deadline deadline,
      Turns turns,
      int maxValues,
      BatchReceiver receiver) {
    this.batch = batch;
    this.asker = asker;
    this.now = now;
    this.admission = admission;
    this.tokens = tokens;
    this.decisions = decisions;
    this.deadline = deadline;
    this.turns = turns;
    this.maxValues = maxValues;
    this.receiver = receiver;
    this.refusals = new ArrayList<>(batch.items().size());
    this.asks = new ArrayList<>(batch.items().size());
  }

  /** Admits the items that are left, up to one that ends the batch; then has all decided. */
  void run() {
    boolean admitted;
    try {
      admitted = admitAll();
    } catch (InvalidRequestException tooMuch) {
      receiver.refused(Refusal.of(tooMuch));
      return;
    }
    if (admitted) {
      decide();
    }
  }

  /** False: {@link #run} goes on later, after the token of an item is verified or in a new turn. */
  private boolean admitAll() {
    while (next < batch.items().size() && !ended) {
      Question item = read(next++);
      if (item != null && !admit(item)) {
        return false;
      }
      if (turns.over()) {
        inNextTurn();
        return false;
      }
    }
    return true;
  }

  /** The next item, complete and within all limits; null where it is refused. */
  private @Nullable Question read(int index) {
    Question item;
    try {
      item = batch.items().read(index);
      item.complete(batch.defaults());
    } catch (InvalidRequestException invalid) {
      refused(Refusal.of(invalid));
      return null;
    }
    values += item.values();
    if (values > maxValues) {
      throw new InvalidRequestException(
          "the items hold more than " + maxValues + " values, each with its defaults");
    }
    return checked(item);
  }

  /**
   * An explanation is not to be had here: it would have to come from a second look at the rules,
   * perhaps by another snapshot than the rest.
   */
  private @Nullable Question checked(Question item) {
    if (item.explain()) {
      refused(Refusal.invalid("`explain` is not available in a batch"));
      return null;
    }
    try {
      admission.check(asker, item);
    } catch (InvalidRequestException invalid) {
      refused(Refusal.of(invalid));
      return null;
    }
    return item;
  }

  private boolean admit(Question item) {
    detailed.set(asks.size(), item.details());
    String token = item.subjectToken();
    if (token == null) {
      admission.admit(asker, item, now, this);
      return true;
    }
    Eventual<SubjectToken> verified = tokens.verify(token);
    if (verified.isDone()) {
      admission.admit(asker, item, verified.value(), now, this);
      return true;
    }
    verified.deliver(
        outcome -> {
          admission.admit(asker, item, outcome, now, this);
          run();
        },
        this::failed);
    return false;
  }

  private void inNextTurn() {
    turns
        .next(
            () -> {
              run();
              return Eventual.of(next);
            })
        .whenDone(ran -> {}, this::failed);
  }

  private void decide() {
    try {
      deadline
          .keep(decisions.decideAll(asks, batch.semantic(), turns))
          .map(decided -> new BatchAnswer(refusals, decided, detailed, batch.semantic()))
          .deliver(receiver::answered, this::failed);
    } catch (AnswerTooLargeException tooLarge) {
      receiver.refused(Refusal.ANSWER_TOO_LARGE);
    }
  }

  private void failed(Throwable fault) {
    if (fault instanceof AnswerTooLargeException) {
      receiver.refused(Refusal.ANSWER_TOO_LARGE);
    } else if (fault instanceof WorkAbandonedException) {
      receiver.refused(Refusal.DEADLINE_EXCEEDED);
    } else {
      receiver.failed(fault);
    }
  }

  @Override
  public void admitted(Ask ask) {
    asks.add(ask);
    refusals.add(null);
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
    ended = batch.semantic().endsWith(false);
  }
}
