/**
 * What exists: types of subjects and resources, their actions and attributes.
 *
 * <p>Start at {@link dev.verdict.policy.schema.Schema}. Depends on {@code yaml}.
 */
@NullMarked
package dev.verdict.policy.schema;

import org.jspecify.annotations.NullMarked;
