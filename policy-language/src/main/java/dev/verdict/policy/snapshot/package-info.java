/**
 * The way of a policy repository from files to something that decides; the entrance to this module.
 *
 * <p>Start at {@link dev.verdict.policy.snapshot.SnapshotLoader}. Depends on every other package.
 */
@NullMarked
package dev.verdict.policy.snapshot;

import org.jspecify.annotations.NullMarked;
