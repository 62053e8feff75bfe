/**
 * Reads stored attributes and what lies in what.
 *
 * <p>Start at {@code DataReader}. Depends on {@code file.schema}, {@code yaml} and {@code data}.
 */
@NullMarked
package dev.verdict.policy.file.data;

import org.jspecify.annotations.NullMarked;
