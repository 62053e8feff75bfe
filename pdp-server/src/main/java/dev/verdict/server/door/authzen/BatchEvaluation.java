package dev.verdict.server.door.authzen;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.json.JsonReader;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Many questions, answered in their order by one snapshot (AuthZEN 1.0 §7). An item that cannot be
 * decided is a deny with an error; the others are unharmed.
 */
final class BatchEvaluation implements Evaluation {

  private final SingleEvaluation single;
  private final DecisionService decisions;
  private final RequestAdmission admission;
  private final Clock clock;
  private final Limits limits;

  BatchEvaluation(
      DecisionService decisions, RequestAdmission admission, Clock clock, Limits limits) {
    this.single = new SingleEvaluation(decisions, admission, clock, limits);
    this.decisions = decisions;
    this.admission = admission;
    this.clock = clock;
    this.limits = limits;
  }

  /** Without items it is a single evaluation, and so is its answer. */
  @Override
  public Answer evaluate(Caller caller, Attributes body) {
    Optional<List<Value>> items = Member.list(body, "", "evaluations");
    if (items.isEmpty() || items.get().isEmpty()) {
      return single.evaluate(caller, body);
    }
    int limit = limits.of(Limit.BATCH);
    if (items.get().size() > limit) {
      throw new InvalidRequestException(
          "`evaluations` has " + items.get().size() + " items (limit " + limit + ")");
    }
    EvaluationOptions options = EvaluationOptions.read(body);
    return answer(admitAll(caller, body, items.get()), options);
  }

  private List<Admission> admitAll(Caller caller, Attributes body, List<Value> items) {
    RequestParts defaults = AccessRequestReader.read(body, limits);
    Instant now = clock.instant();
    var admissions = new ArrayList<Admission>(items.size());
    int maxValues = JsonReader.maxValues(limits);
    int values = 0;
    for (Value item : items) {
      try {
        RequestParts parts = parts(item).over(defaults);
        values += parts.values();
        admissions.add(admission.admit(caller, parts, now));
      } catch (InvalidRequestException invalid) {
        admissions.add(new Admission.Refused(Fault.of(invalid)));
      }
      // a large default times many items must not stall the other callers
      if (values > maxValues) {
        throw new InvalidRequestException(
            "the items hold more than " + maxValues + " values, each with its defaults");
      }
    }
    return admissions;
  }

  private RequestParts parts(Value item) {
    if (item instanceof Value.Structure structure) {
      return AccessRequestReader.read(structure.attributes(), limits);
    }
    throw new InvalidRequestException("the item is not an object");
  }

  private Answer answer(List<Admission> admissions, EvaluationOptions options) {
    Iterator<Decision> decided =
        decisions
            .decideAll(asks(admissions, options.semantic()), options.semantic())
            .value()
            .iterator();
    var json = new JsonWriter();
    var writer = new DecisionWriter(json);
    json.beginObject().beginList("evaluations");
    for (Admission item : admissions) {
      if (options.semantic().endsWith(write(item, decided, writer, options.details()))) {
        break;
      }
    }
    json.endList().endObject();
    return Answer.ok(json);
  }

  /** What may be decided before a refused item ends the batch. */
  private static List<Ask> asks(List<Admission> admissions, BatchSemantic semantic) {
    var asks = new ArrayList<Ask>(admissions.size());
    for (Admission item : admissions) {
      if (item instanceof Admission.Admitted admitted) {
        asks.add(admitted.ask());
      } else if (semantic.endsWith(false)) {
        break;
      }
    }
    return asks;
  }

  /** Writes one item and says whether it was permitted. */
  private static boolean write(
      Admission item, Iterator<Decision> decided, DecisionWriter writer, boolean details) {
    if (item instanceof Admission.Refused refused) {
      writer.write(refused.fault());
      return false;
    }
    Decision decision = decided.next();
    if (details) {
      writer.write(decision);
    } else {
      writer.writeBare(decision);
    }
    return decision.permitted();
  }
}
