package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.transport.Answer;
import java.time.Clock;

/** One question, one decision (AuthZEN 1.0 §6). */
final class SingleEvaluation implements Evaluation {

  private final DecisionService decisions;
  private final RequestAdmission admission;
  private final Clock clock;
  private final Limits limits;

  SingleEvaluation(
      DecisionService decisions, RequestAdmission admission, Clock clock, Limits limits) {
    this.decisions = decisions;
    this.admission = admission;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  public Answer evaluate(Caller caller, Attributes body) {
    EvaluationOptions options = EvaluationOptions.read(body);
    RequestParts parts = AccessRequestReader.read(body, limits);
    Admission admitted = admission.admit(caller, parts, clock.instant());
    if (admitted instanceof Admission.Refused refused) {
      return Answer.of(refused.fault());
    }
    Ask ask = ((Admission.Admitted) admitted).ask();
    var json = new JsonWriter();
    var writer = new DecisionWriter(json);
    if (options.explain()) {
      writer.write(decisions.explain(ask).value());
    } else {
      writer.write(decisions.decide(ask).value());
    }
    return Answer.ok(json);
  }
}
