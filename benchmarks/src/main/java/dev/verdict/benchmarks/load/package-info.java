/**
 * A whole server over gRPC on loopback, beside an echo of the same message sizes.
 *
 * <p>Start at {@link dev.verdict.benchmarks.load.GrpcLoad}.
 */
@NullMarked
package dev.verdict.benchmarks.load;

import org.jspecify.annotations.NullMarked;
