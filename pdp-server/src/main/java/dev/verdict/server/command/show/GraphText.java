package dev.verdict.server.command.show;

import dev.verdict.policy.overview.ActionOverview;
import dev.verdict.policy.overview.RuleOverview;
import java.util.ArrayList;
import java.util.List;

/** What applies to which action, as trees. */
final class GraphText {

  private GraphText() {}

  /** A branch and what hangs on it. */
  private record Branch(String title, List<String> leaves) {}

  static String of(List<ActionOverview> actions) {
    var text = new StringBuilder();
    for (ActionOverview action : actions) {
      text.append(RuleWords.title(action)).append('\n');
      List<Branch> branches = branches(action);
      for (int i = 0; i < branches.size(); i++) {
        append(text, branches.get(i), i == branches.size() - 1);
      }
    }
    return text.toString();
  }

  private static List<Branch> branches(ActionOverview action) {
    var branches = new ArrayList<Branch>();
    action
        .tenantAttribute()
        .ifPresent(
            tenant ->
                branches.add(
                    new Branch(
                        "tenant guard: `resource." + tenant + "` is the subject's tenant",
                        action.grants().stream().map(RuleWords::grant).toList())));
    for (RuleOverview rule : action.rules()) {
      branches.add(new Branch(RuleWords.title(rule), RuleWords.parts(rule)));
    }
    branches.add(new Branch("otherwise deny", List.of()));
    return branches;
  }

  private static void append(StringBuilder text, Branch branch, boolean last) {
    text.append(last ? "└── " : "├── ").append(branch.title()).append('\n');
    for (int i = 0; i < branch.leaves().size(); i++) {
      text.append(last ? "    " : "│   ")
          .append(i == branch.leaves().size() - 1 ? "└── " : "├── ")
          .append(branch.leaves().get(i))
          .append('\n');
    }
  }
}
