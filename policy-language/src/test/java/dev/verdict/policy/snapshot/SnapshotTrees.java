package dev.verdict.policy.snapshot;

import dev.verdict.policy.tree.PolicyTree;
import java.util.stream.Collectors;

/** Shows all rules and grants of a snapshot, down to each expression. */
public final class SnapshotTrees {

  private SnapshotTrees() {}

  /** Equal where everything is equal but places within an expression. */
  public static String text(Snapshot snapshot) {
    PolicyTree policies = snapshot.policies();
    String rules = policies.everyRule().map(rule -> rule + "\n").collect(Collectors.joining());
    return (rules + policies.overlays().keySet() + policies.grants()).replaceAll("@[0-9a-f]+", "");
  }
}
