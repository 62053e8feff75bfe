package dev.verdict.server.command.check;

import dev.verdict.policy.decision.WorstDecision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.command.output.LoadReport;
import dev.verdict.server.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/** What decisions cost at worst, as text and as JSON. */
final class CostReport {

  /** Below this nobody has to be told. */
  private static final long WORTH_TELLING_NANOSECONDS = 20_000;

  private static final double MICROSECOND = 1_000;

  private CostReport() {}

  /**
   * A line for each action, or only for the dearest one, where it is worth telling.
   *
   * @param all whether somebody asked for all
   */
  static String text(Snapshot snapshot, boolean all) {
    List<WorstDecision> decisions = snapshot.worstDecisions();
    if (all) {
      var text = new StringBuilder("what a decision costs at worst:\n");
      decisions.forEach(decision -> text.append("  ").append(line(decision)));
      return text.toString();
    }
    return decisions.stream()
        .findFirst()
        .filter(dearest -> dearest.nanoseconds() >= WORTH_TELLING_NANOSECONDS)
        .map(
            dearest -> "the dearest decision, at worst: " + line(dearest) + "(--costs lists all)\n")
        .orElse("");
  }

  private static String line(WorstDecision decision) {
    return String.format(
        Locale.ROOT,
        "%s `%s`: %s one by one, %,d steps, about %.1f us%n",
        decision.action(),
        decision.resourceType(),
        LoadReport.number(decision.rules(), "rule"),
        decision.steps(),
        decision.nanoseconds() / MICROSECOND);
  }

  /** All of them. */
  static void write(JsonWriter json, Snapshot snapshot) {
    json.beginList("worstDecisions");
    for (WorstDecision decision : snapshot.worstDecisions()) {
      json.beginObject()
          .member("resourceType", decision.resourceType())
          .member("action", decision.action())
          .member("rules", decision.rules())
          .member("steps", capped(decision.steps()))
          .member("nanoseconds", capped(decision.nanoseconds()))
          .endObject();
    }
    json.endList();
  }

  private static int capped(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }
}
