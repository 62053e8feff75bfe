/**
 * Results that are there at once or come later.
 *
 * <p>Start at {@link dev.verdict.server.eventual.Eventual}. Depends on nothing.
 */
@NullMarked
package dev.verdict.server.eventual;

import org.jspecify.annotations.NullMarked;
