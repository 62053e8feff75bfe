/**
 * The one place where the server decides; every door ends here.
 *
 * <p>Start at {@link dev.verdict.server.decision.DecisionService}. Depends on {@code cache} and on
 * the policy language; knows no door.
 */
@NullMarked
package dev.verdict.server.decision;

import org.jspecify.annotations.NullMarked;
