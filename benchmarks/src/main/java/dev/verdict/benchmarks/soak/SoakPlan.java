package dev.verdict.benchmarks.soak;

import java.time.Duration;

/**
 * The times of a run.
 *
 * @param maxWarmUp how long honest callers may be alone, which counts for nothing: a JVM of one
 *     core is slow until it has compiled
 * @param time of the attack, from whose first moment wrong answers count
 * @param settling part of that time after which latencies and missing answers count, of honest
 *     calls and of {@code /healthz}: what no honest call needs is not compiled before the attack
 * @param heapInterval seconds between two looks at the heap after a collection
 */
record SoakPlan(Duration maxWarmUp, Duration time, Duration settling, double heapInterval) {}
