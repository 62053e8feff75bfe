package dev.verdict.server.doors;

import dev.verdict.policy.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a caller learns from a decision, whichever door it asked at. */
record Answer(
    boolean permitted,
    String code,
    Optional<String> rule,
    String fields,
    List<String> obligations,
    List<String> grants,
    String revision) {

  static Answer of(Decision decision) {
    return new Answer(
        decision.permitted(),
        decision.reason().code().word(),
        decision.reason().rule().map(rule -> rule.rule()),
        fields(decision.permitted(), decision.fields().complement(), decision.fields().names()),
        decision.obligations().stream().map(obligation -> obligation.id()).toList(),
        decision.grants(),
        decision.revision());
  }

  /** A grant in words; a deny has none to speak of. */
  static String fields(boolean permitted, boolean complement, Iterable<String> names) {
    if (!permitted) {
      return "";
    }
    var sorted = new TreeSet<String>();
    names.forEach(sorted::add);
    return (complement ? "all but " : "only ") + sorted;
  }
}
