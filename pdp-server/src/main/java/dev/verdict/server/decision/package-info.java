/**
 * The one place where the server decides; every door ends here.
 *
 * <p>Start at {@link dev.verdict.server.decision.DecisionService}, which takes an {@link
 * dev.verdict.server.decision.Ask} and gives an {@link dev.verdict.server.decision.Eventual}.
 * Depends on {@code cache}, {@code identity} and the policy language; knows no door.
 */
@NullMarked
package dev.verdict.server.decision;

import org.jspecify.annotations.NullMarked;
