/**
 * What exists: types of subjects and resources, their actions and attributes.
 *
 * <p>Start at {@link dev.verdict.policy.schema.Schema}; {@link
 * dev.verdict.policy.file.schema.SchemaReader} reads one, {@link
 * dev.verdict.policy.schema.Conversion} says whether a value has a type. Depends on {@code yaml},
 * {@code request} and {@code address}.
 */
@NullMarked
package dev.verdict.policy.schema;

import org.jspecify.annotations.NullMarked;
