package dev.verdict.server.command.show;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.overview.ActionOverview;
import dev.verdict.policy.overview.RuleOverview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What applies to which action, in the language of Graphviz: a chain for each action. */
final class GraphDot {

  private final StringBuilder out = new StringBuilder();
  private int nodes;

  private GraphDot() {}

  static String of(List<ActionOverview> actions) {
    var dot = new GraphDot();
    dot.out.append("digraph policies {\n  rankdir=LR;\n  node [shape=box];\n");
    actions.forEach(dot::chain);
    return dot.out.append("}\n").toString();
  }

  private void chain(ActionOverview action) {
    int previous = node(List.of(RuleWords.title(action)), "shape=oval");
    if (action.tenantAttribute().isPresent()) {
      var lines = new ArrayList<>(List.of("tenant guard"));
      action.grants().stream().map(RuleWords::grant).forEach(lines::add);
      previous = edge(previous, node(lines, "style=bold"));
    }
    for (RuleOverview rule : action.rules()) {
      List<String> lines =
          Stream.concat(Stream.of(RuleWords.title(rule)), RuleWords.parts(rule).stream()).toList();
      previous = edge(previous, node(lines, "color=" + color(rule.effect())));
    }
    edge(previous, node(List.of("otherwise deny"), "color=red"));
  }

  private static String color(Effect effect) {
    return effect == Effect.PERMIT ? "darkgreen" : "red";
  }

  private int node(List<String> lines, String style) {
    out.append("  n" + nodes + " [label=\"");
    lines.forEach(line -> out.append(escaped(line)).append("\\l"));
    out.append("\" " + style + "];\n");
    return nodes++;
  }

  private int edge(int from, int to) {
    out.append("  n" + from + " -> n" + to + ";\n");
    return to;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
