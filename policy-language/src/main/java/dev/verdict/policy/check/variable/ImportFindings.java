package dev.verdict.policy.check.variable;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Fragment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with variables where policies import them. Each finding is reported once, however
 * many policies come to it, and says by which it is one.
 */
final class ImportFindings {

  /**
   * Who comes to a finding.
   *
   * @param first the first of them
   * @param use the name that it writes
   * @param all the first, too
   */
  private record Users(Import first, Fragment use, Set<Import> all) {
    String sentence() {
      int others = all.size() - 1;
      return "policy `"
          + first.policy()
          + "` uses `"
          + use.text()
          + "` at "
          + use.span()
          + (others == 0 ? "" : ", and " + others + " more " + (others == 1 ? "does" : "do"));
    }
  }

  private final Map<Diagnostic, Users> findings = new LinkedHashMap<>();

  /** Notes that a policy comes to a finding by the use of a variable. */
  void add(Diagnostic finding, Import origin, Fragment use) {
    findings
        .computeIfAbsent(finding, found -> new Users(origin, use, new HashSet<>()))
        .all()
        .add(origin);
  }

  /** Reports all of them; called when nothing else is to come. */
  void report(Diagnostics diagnostics) {
    findings.forEach(
        (finding, users) ->
            diagnostics.report(
                finding.code(), finding.span(), finding.message() + "; " + users.sentence()));
  }
}
