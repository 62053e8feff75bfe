/**
 * The issuer that a measured server believes.
 *
 * <p>Start at {@link dev.verdict.benchmarks.credential.Credentials}.
 */
@NullMarked
package dev.verdict.benchmarks.credential;

import org.jspecify.annotations.NullMarked;
