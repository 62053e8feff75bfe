package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of two indexes, such as those of the base and those of one tenant: what is shared is
 * indexed once, however many tenants have rules of their own. Immutable.
 */
record RuleUnion(RuleIndex first, RuleIndex second) implements RuleIndex {

  @Override
  public void tally(long signature, Frame frame, Tally tally) {
    first.tally(signature, frame, tally);
    second.tally(signature, frame, tally);
  }

  @Override
  public List<CompiledRule> longestScan() {
    return Stream.concat(first.longestScan().stream(), second.longestScan().stream()).toList();
  }
}
