/**
 * The way of a policy repository from files to something that decides; the entrance to this module.
 *
 * <p>Start at {@link dev.verdict.policy.snapshot.SnapshotLoader}. Who loads a repository again and
 * again hands a {@link dev.verdict.policy.snapshot.LoadMemory} to each load, so that only what
 * changed is done again. Depends on every other package.
 */
@NullMarked
package dev.verdict.policy.snapshot;

import org.jspecify.annotations.NullMarked;
