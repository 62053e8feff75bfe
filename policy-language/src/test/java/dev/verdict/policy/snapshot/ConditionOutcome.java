package dev.verdict.policy.snapshot;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;

/** What becomes of a condition, seen from outside: of the one rule of a repository. */
final class ConditionOutcome {

  private ConditionOutcome() {}

  /**
   * {@code true}, {@code false}, {@code error}, or {@code unloadable}.
   *
   * @param schema with the resource type {@code document} and its action {@code read}
   * @param condition without double quotes
   */
  static String of(String schema, String condition, AccessRequest request) {
    LoadResult result =
        new Repository()
            .with("schema.yaml", schema)
            .with(
                "document.policy.yaml",
                """
                policy: document
                resource: document
                rules:
                  - permit: read
                    id: tested
                    when: "%s"
                """
                    .formatted(condition))
            .load();
    if (result.snapshot().isEmpty()) {
      return "unloadable";
    }
    Decision decision = result.snapshot().get().evaluator().decide(request);
    return switch (decision.reason().code()) {
      case PERMITTED -> "true";
      case NO_RULE_MATCHED -> "false";
      case RULE_ERROR -> "error";
      default -> decision.toString();
    };
  }
}
