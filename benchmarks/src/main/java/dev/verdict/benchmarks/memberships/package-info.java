/**
 * Loading who lies in what, of very many users.
 *
 * <p>Start at {@link dev.verdict.benchmarks.memberships.MembershipsRun}.
 */
@NullMarked
package dev.verdict.benchmarks.memberships;

import org.jspecify.annotations.NullMarked;
