package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.DecimalText;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.json.JsonBounds;

/** How large a body may be as JSON, before anybody knows what it asks. */
final class BodyBounds {

  /** What of a body's nesting is not that of an attribute. */
  private static final int DEPTH_AROUND = 16;

  private BodyBounds() {}

  static JsonBounds of(Limits limits) {
    return new JsonBounds(
        limits.of(Limit.DEPTH) + DEPTH_AROUND,
        Batch.maxValues(limits),
        limits.of(Limit.TEXT_LENGTH),
        DecimalText.MAX_LENGTH);
  }
}
