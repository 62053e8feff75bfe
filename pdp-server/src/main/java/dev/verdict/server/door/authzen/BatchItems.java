package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.json.JsonKind;
import dev.verdict.server.json.JsonTokens;
import java.util.Arrays;

/**
 * The items of a batch. Their JSON is checked as it passes, since a malformed item is a malformed
 * body; each is read when its turn comes, since what is wrong with it must not harm the others.
 */
final class BatchItems implements Batch.Items {

  private static final int MANY = 32;

  private final JsonTokens json;
  private final Limits limits;
  private int[] places = new int[MANY];
  private int size;

  BatchItems(JsonTokens json, Limits limits) {
    this.json = json;
    this.limits = limits;
  }

  /** Finds the items of the list at hand. */
  void find() {
    Member.beginList(json, "evaluations");
    while (json.nextElement()) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = json.place();
      json.skip();
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** To be called once the whole body is read. */
  @Override
  public Question read(int index) {
    json.moveTo(places[index]);
    if (json.kind() != JsonKind.OBJECT) {
      throw new InvalidRequestException("the item is not an object");
    }
    json.beginObject();
    return new QuestionReader(json, limits).read();
  }
}
