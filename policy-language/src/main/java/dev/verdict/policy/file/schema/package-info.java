/**
 * Reads the schema, and holds values that authors write against it.
 *
 * <p>Start at {@code SchemaReader}; {@code WrittenValue} and {@code AttributeLookup} serve whatever
 * else holds attributes: stored data, the authors' tests. Depends on {@code yaml} and {@code
 * schema}.
 */
@NullMarked
package dev.verdict.policy.file.schema;

import org.jspecify.annotations.NullMarked;
