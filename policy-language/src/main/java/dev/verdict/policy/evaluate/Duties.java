package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.Obligation;
import java.util.List;

/** What goes with the decision of a rule. Immutable. */
public sealed interface Duties {

  List<Obligation> obligations(Frame frame);

  List<Obligation> advice(Frame frame);

  /** The obligations of all these rules, each once, in the order of the rules. */
  static List<Obligation> obligations(List<CompiledRule> rules, Frame frame) {
    var all = new DistinctElements<Obligation>();
    for (CompiledRule rule : rules) {
      all.addAll(rule.duties().obligations(frame));
    }
    return all.list();
  }

  /** The same for their advice. */
  static List<Obligation> advice(List<CompiledRule> rules, Frame frame) {
    var all = new DistinctElements<Obligation>();
    for (CompiledRule rule : rules) {
      all.addAll(rule.duties().advice(frame));
    }
    return all.list();
  }

  /** The same for every decision, and free of cost. */
  record Fixed(List<Obligation> obligations, List<Obligation> advice) implements Duties {

    public Fixed {
      obligations = List.copyOf(obligations);
      advice = List.copyOf(advice);
    }

    @Override
    public List<Obligation> obligations(Frame frame) {
      return obligations;
    }

    @Override
    public List<Obligation> advice(Frame frame) {
      return advice;
    }
  }

  /** Made anew for each decision. */
  record Computed(List<ObligationTemplate> obligations, List<ObligationTemplate> advice)
      implements Duties {

    public Computed {
      obligations = List.copyOf(obligations);
      advice = List.copyOf(advice);
    }

    @Override
    public List<Obligation> obligations(Frame frame) {
      return filled(obligations, frame);
    }

    @Override
    public List<Obligation> advice(Frame frame) {
      return filled(advice, frame);
    }

    private static List<Obligation> filled(List<ObligationTemplate> templates, Frame frame) {
      return templates.stream().map(template -> template.fill(frame)).toList();
    }
  }
}
