/**
 * Attributes of known subjects and resources that the repository itself holds.
 *
 * <p>Start at {@link dev.verdict.policy.data.StoredAttributes}, which {@link
 * dev.verdict.policy.file.data.DataReader} reads. Depends on {@code yaml}, {@code schema} and
 * {@code request}.
 */
@NullMarked
package dev.verdict.policy.data;

import org.jspecify.annotations.NullMarked;
