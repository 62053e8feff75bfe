package dev.verdict.server.door.question;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Eventual;
import dev.verdict.server.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way. A refused item counts as a deny, so it may end the batch: what comes after
 * it is neither read nor decided.
 */
final class BatchRun implements AdmissionReceiver {

  private final Batch batch;
  private final List<@Nullable Refusal> refusals;
  private final List<Ask> asks;
  private boolean ended;

  BatchRun(Batch batch) {
    this.batch = batch;
    this.refusals = new ArrayList<>(batch.items().size());
    this.asks = new ArrayList<>(batch.items().size());
  }

  /**
   * Admits the items, up to one that ends the batch.
   *
   * @throws InvalidRequestException where the items are too large together: a large default times
   *     many items must not stall the other callers
   */
  void admitAll(QuestionAdmission admission, Asker asker, Instant now, int maxValues) {
    int values = 0;
    for (int i = 0; i < batch.items().size() && !ended; i++) {
      try {
        Question item = batch.items().read(i);
        item.complete(batch.defaults());
        values += item.values();
        admit(admission, asker, item, now);
      } catch (InvalidRequestException invalid) {
        refused(Refusal.of(invalid));
      }
      if (values > maxValues) {
        throw new InvalidRequestException(
            "the items hold more than " + maxValues + " values, each with its defaults");
      }
    }
  }

  /**
   * An explanation is not to be had here: it would have to come from a second look at the rules,
   * perhaps by another snapshot than the rest.
   */
  private void admit(QuestionAdmission admission, Asker asker, Question item, Instant now) {
    if (item.explain()) {
      throw new InvalidRequestException("`explain` is not available in a batch");
    }
    admission.admit(asker, item, now, this);
  }

  Eventual<BatchAnswer> decide(DecisionService decisions) {
    return decisions
        .decideAll(asks, batch.semantic())
        .map(decided -> new BatchAnswer(refusals, decided, batch.semantic()));
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
