package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.json.JsonTokens;
import java.util.Locale;

/**
 * How the caller wants its questions answered.
 *
 * @param semantic for a batch (AuthZEN 1.0 §7.1.2.1)
 * @param details ours: whether an answer tells all reasons, and each item of a batch says why
 * @param explain ours: whether a single answer says how each candidate rule fared; refused in a
 *     batch
 */
record EvaluationOptions(BatchSemantic semantic, boolean details, boolean explain) {

  static final EvaluationOptions NONE =
      new EvaluationOptions(BatchSemantic.EXECUTE_ALL, false, false);

  private static final String NAME = "options";
  private static final String SEMANTIC = "options.evaluations_semantic";

  /**
   * Reads the object at hand.
   *
   * @throws InvalidRequestException for a wrong type or an unknown semantic; other options are
   *     ignored
   */
  static EvaluationOptions read(JsonTokens json) {
    Member.beginObject(json, NAME);
    BatchSemantic semantic = NONE.semantic();
    boolean details = NONE.details();
    boolean explain = NONE.explain();
    while (json.nextMember()) {
      if (json.isNull()) {
        continue;
      }
      if (json.nameIs("evaluations_semantic")) {
        semantic = semantic(Member.text(json, SEMANTIC));
      } else if (json.nameIs("details")) {
        details = Member.flag(json, "options.details");
      } else if (json.nameIs("explain")) {
        explain = Member.flag(json, "options.explain");
      } else {
        json.skip();
      }
    }
    return new EvaluationOptions(semantic, details, explain);
  }

  private static BatchSemantic semantic(String word) {
    for (BatchSemantic semantic : BatchSemantic.values()) {
      if (semantic.name().toLowerCase(Locale.ROOT).equals(word)) {
        return semantic;
      }
    }
    throw new InvalidRequestException(
        "`"
            + SEMANTIC
            + "` is none of `execute_all`, `deny_on_first_deny`, `permit_on_first_permit`");
  }
}
