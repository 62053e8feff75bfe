/**
 * The decision service with all that stands around it, beside the evaluator that it asks.
 *
 * <p>Start at {@link dev.verdict.benchmarks.service.ServiceComparison}.
 */
@NullMarked
package dev.verdict.benchmarks.service;

import org.jspecify.annotations.NullMarked;
