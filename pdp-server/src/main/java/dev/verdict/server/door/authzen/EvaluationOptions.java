package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.BatchSemantic;
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

  private static final EvaluationOptions NONE =
      new EvaluationOptions(BatchSemantic.EXECUTE_ALL, false, false);

  private static final String NAME = "options";
  private static final String SEMANTIC = "evaluations_semantic";

  /**
   * @throws InvalidRequestException for a wrong type or an unknown semantic; other options are
   *     ignored
   */
  static EvaluationOptions read(Attributes members) {
    Attributes options = Member.object(members, NAME);
    if (options == null) {
      return NONE;
    }
    return new EvaluationOptions(
        semantic(Member.text(options, NAME, SEMANTIC).orElse("execute_all")),
        Member.flag(options, NAME, "details"),
        Member.flag(options, NAME, "explain"));
  }

  private static BatchSemantic semantic(String word) {
    for (BatchSemantic semantic : BatchSemantic.values()) {
      if (semantic.name().toLowerCase(Locale.ROOT).equals(word)) {
        return semantic;
      }
    }
    throw new InvalidRequestException(
        "`"
            + NAME
            + "."
            + SEMANTIC
            + "` is none of `execute_all`, `deny_on_first_deny`, `permit_on_first_permit`");
  }
}
