package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.evaluate.AncestorLookup.Group;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The groups of rules that the ancestors of one request led to, each once: a group may be named by
 * several of them, and one ancestor be reached on several ways. Mostly there is one group or none.
 * They are asked in a fixed order, so that the same rule is named each time where the budget ends.
 * For one thread.
 */
final class FoundGroups {

  private @Nullable Group first;
  private @Nullable Set<Group> more;

  void add(Group @Nullable [] groups) {
    if (groups != null) {
      for (Group group : groups) {
        add(group);
      }
    }
  }

  private void add(Group group) {
    if (first == null) {
      first = group;
    } else if (group.number() != first.number()) {
      if (more == null) {
        more = new TreeSet<>();
        more.add(first);
      }
      more.add(group);
    }
  }

  void tally(long signature, Frame frame, Tally tally) {
    if (more != null) {
      for (Group group : more) {
        group.rules().tally(signature, frame, tally);
      }
    } else if (first != null) {
      first.rules().tally(signature, frame, tally);
    }
  }
}
