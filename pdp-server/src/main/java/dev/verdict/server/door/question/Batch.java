package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.server.decision.BatchSemantic;

/**
 * Many questions of one call (AuthZEN 1.0 §7).
 *
 * @param defaults parts for the items that do not have them
 * @param semantic how far it goes
 */
public record Batch(Items items, Question defaults, BatchSemantic semantic) {

  /** What a door has received; an item is read when its turn comes, and not before. */
  public interface Items {

    int size();

    /**
     * Reads one item, once.
     *
     * @throws dev.verdict.policy.request.InvalidRequestException where it cannot be understood; the
     *     other items are unharmed
     */
    Question read(int index);
  }

  /** The most values that all items hold together, each counted with its defaults. */
  public static int maxValues(Limits limits) {
    return 10 * limits.of(Limit.VALUES);
  }
}
