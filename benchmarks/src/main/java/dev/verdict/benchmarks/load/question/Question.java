package dev.verdict.benchmarks.load.question;

import dev.verdict.policy.request.AccessRequest;
import java.util.List;

/**
 * One call.
 *
 * @param requests one; or those of a batch, which differ in their resources
 * @param permitted the decision on each
 */
record Question(List<AccessRequest> requests, List<Boolean> permitted) {}
