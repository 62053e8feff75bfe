package dev.verdict.server.decision;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Vouchers;
import java.util.Optional;

/**
 * A question whose caller, subject and limits are settled: everything that a decision, its log and
 * its record may need to know of it.
 *
 * @param request what is asked
 * @param caller who asks, verified
 * @param door the way that the question came
 * @param requestId the caller's own name for the call, where it gave one
 * @param vouchers who vouches for what the request says
 */
public record Ask(
    AccessRequest request,
    Caller caller,
    Door door,
    Optional<String> requestId,
    Vouchers vouchers) {}
