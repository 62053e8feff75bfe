package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log whenever another decision service let somebody across tenants: each use of a
 * grant is one event, whether the rules then permitted or denied. It names what the repository
 * declares and nothing that the request holds.
 */
public final class GrantLog implements DecisionService {

  private static final Logger LOG = LoggerFactory.getLogger(GrantLog.class);

  private final DecisionService service;

  public GrantLog(DecisionService service) {
    this.service = service;
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    Eventual<Decision> decision = service.decide(ask);
    if (decision.isDone()) {
      log(ask.request(), decision.value());
      return decision;
    }
    return decision.map(
        made -> {
          log(ask.request(), made);
          return made;
        });
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    return service
        .decideAll(asks, semantic, turns)
        .map(
            decisions -> {
              for (int i = 0; i < decisions.size(); i++) {
                log(asks.get(i).request(), decisions.get(i));
              }
              return decisions;
            });
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    return service
        .explain(ask)
        .map(
            explanation -> {
              log(ask.request(), explanation.decision());
              return explanation;
            });
  }

  /** INVARIANT: where a grant was used, the schema declares the types and the action. */
  private static void log(AccessRequest request, Decision decision) {
    for (String grant : decision.grants()) {
      LOG.info(
          "event=grant_used grant={} permitted={} subject_type={} action={} resource_type={}"
              + " revision={}",
          grant,
          decision.permitted(),
          request.subject().type(),
          request.action().name(),
          request.resource().type(),
          decision.revision());
    }
  }
}
