/**
 * The one place where the server decides; every door ends here.
 *
 * <p>Start at {@link dev.verdict.server.decision.DecisionService}, which takes an {@link
 * dev.verdict.server.decision.Ask} and gives an {@link dev.verdict.server.eventual.Eventual}. The
 * call goes from {@link dev.verdict.server.decision.SnapshotDecisions}, which chooses the snapshot,
 * to a {@link dev.verdict.server.decision.SnapshotDecider}; what is to be added (a cache, a log,
 * metrics) stands around one of the two. Depends on {@code identity}, {@code eventual} and the
 * policy language; knows no door, no cache and no metrics.
 */
@NullMarked
package dev.verdict.server.decision;

import org.jspecify.annotations.NullMarked;
