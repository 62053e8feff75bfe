package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.request.AccessRequest;
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
  public Decision decide(AccessRequest request) {
    Decision decision = service.decide(request);
    log(request, decision);
    return decision;
  }

  @Override
  public List<Decision> decideAll(List<AccessRequest> requests) {
    List<Decision> decisions = service.decideAll(requests);
    for (int i = 0; i < decisions.size(); i++) {
      log(requests.get(i), decisions.get(i));
    }
    return decisions;
  }

  @Override
  public Explanation explain(AccessRequest request) {
    Explanation explanation = service.explain(request);
    log(request, explanation.decision());
    return explanation;
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
