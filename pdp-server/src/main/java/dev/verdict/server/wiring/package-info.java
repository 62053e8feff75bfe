/**
 * Puts the parts of a server together by constructors, and ends them in order.
 *
 * <p>Start at {@link dev.verdict.server.wiring.VerdictServer}. Depends on every part but the
 * command line; the only one that knows {@code metrics}.
 */
@NullMarked
package dev.verdict.server.wiring;

import org.jspecify.annotations.NullMarked;
