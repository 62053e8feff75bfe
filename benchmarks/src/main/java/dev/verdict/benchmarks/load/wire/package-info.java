/**
 * The client's end of the wire: connections that send requests which are bytes already and hand
 * back the bytes of the answers. It does as little as it can, so that the server is what is
 * saturated: HTTP/2 frames without a library of streams around them, HTTP/1.1 without a parser for
 * all of it.
 *
 * <p>Start at {@link dev.verdict.benchmarks.load.wire.Lines}. Everything but opening and closing
 * happens on one event loop.
 */
@NullMarked
package dev.verdict.benchmarks.load.wire;

import org.jspecify.annotations.NullMarked;
